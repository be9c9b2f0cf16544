using System.Net;

namespace IdentityPools.Ports;

/// <summary>What a user may say about how to reach AWS; what is left out comes from the SDK's own chain.</summary>
internal sealed record ConnectionSettings
{
    public string? Region { get; init; }

    public string? ProfileName { get; init; }

    /// <summary>Access key id and secret access key.</summary>
    public NetworkCredential? Credential { get; init; }

    public NetworkCredential? SessionToken { get; init; }

    public Uri? EndpointUrl { get; init; }

    /// <summary>The only accounts that may be called; none for any.</summary>
    public ValueList<string> AllowedAccountIds { get; init; } = [];

    /// <summary>An in-memory account in place of a real one.</summary>
    public bool IsSandbox { get; init; }

    /// <summary>The account id of the sandbox.</summary>
    public string? AccountId { get; init; }

    /// <summary>Whether these settings say with whose credentials to call.</summary>
    public bool NamesCredentials => ProfileName is not null || Credential is not null;
}

/// <summary>Asks the user for what a credential provider needs while it works.</summary>
internal interface ICredentialPrompt
{
    /// <summary>The code that a multi-factor device shows.</summary>
    /// <param name="serialNumber">The device, as the profile names it.</param>
    /// <exception cref="ServiceException">Nobody can be asked.</exception>
    string GetMfaCode(string serialNumber);
}
