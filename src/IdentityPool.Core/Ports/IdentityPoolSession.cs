using IdentityPools.Ports;

namespace IdentityPools;

/// <summary>A connection to AWS, or to an in-memory account. It names the way, never the secrets.</summary>
public sealed class IdentityPoolSession
{
    internal IdentityPoolSession(IIdentityPoolService service, ConnectionSettings settings)
    {
        Service = service;
        Settings = settings;
    }

    /// <summary>The id of the account; null until a call has asked for it, as Get-IdentityPoolSession does.</summary>
    public string? AccountId => Sandbox?.AccountId ?? Service.KnownAccount?.Id;

    /// <summary>The ARN of whoever the credentials belong to; null until a call has asked for it.</summary>
    public string? CallerArn => Service.KnownAccount?.CallerArn;

    /// <summary>The region.</summary>
    public string Region => Service.Region;

    /// <summary>The profile of the shared configuration files that the credentials come from, if they come from one.</summary>
    public string? ProfileName => Service.ProfileName;

    /// <summary>The endpoint of Amazon Cognito, if it is another one than AWS's own: as it was named, or as environment and profile say.</summary>
    public Uri? EndpointUrl => Service.EndpointUrl;

    /// <summary>Whether nobody connected, and this is what the SDK's chain of credentials gives.</summary>
    public bool IsFromChain { get; internal init; }

    /// <summary>Whether this is an in-memory account.</summary>
    public bool IsSandbox => Sandbox is not null;

    /// <summary>The in-memory account: what was called, and what should fail. Null for a real account.</summary>
    public ISandbox? Sandbox => Service.Sandbox;

    internal IIdentityPoolService Service { get; }

    /// <summary>What was said to connect with.</summary>
    internal ConnectionSettings Settings { get; }

    /// <summary>The region, and what is special about the connection.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        IsSandbox ? $"{Region} (sandbox {Sandbox!.AccountId})"
        : ProfileName is null ? Region
        : $"{Region} ({ProfileName})";
}
