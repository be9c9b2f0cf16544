using System.Globalization;
using System.Security;

namespace IdentityPools;

/// <summary>Temporary credentials that an identity pool gave to someone.</summary>
public sealed class IdentityPoolCredential
{
    internal IdentityPoolCredential(string identityId, string accessKeyId, SecureString secretAccessKey, SecureString sessionToken, DateTimeOffset expiration)
    {
        secretAccessKey.MakeReadOnly();
        sessionToken.MakeReadOnly();
        (IdentityId, AccessKeyId, SecretAccessKey, SessionToken, Expiration) = (identityId, accessKeyId, secretAccessKey, sessionToken, expiration);
    }

    /// <summary>Who it is: the id that the pool gave to the login, or to this guest.</summary>
    public string IdentityId { get; }

    /// <summary>The access key id.</summary>
    public string AccessKeyId { get; }

    /// <summary>The secret access key.</summary>
    public SecureString SecretAccessKey { get; }

    /// <summary>The session token, without which the keys are worth nothing.</summary>
    public SecureString SessionToken { get; }

    /// <summary>When they end.</summary>
    public DateTimeOffset Expiration { get; }

    /// <summary>Whose they are and until when, never what they are.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{IdentityId} until {Expiration:u}");
}
