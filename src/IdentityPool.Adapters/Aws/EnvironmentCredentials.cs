using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// What the environment says about credentials. What is set by half was meant, and the SDK would pass over it to whatever comes next, another account likely.
/// </summary>
internal static class EnvironmentCredentials
{
    public const string TokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE";

    private const string AccessKeyId = "AWS_ACCESS_KEY_ID";
    private const string SecretAccessKey = "AWS_SECRET_ACCESS_KEY";
    private const string SessionToken = "AWS_SESSION_TOKEN";
    private const string RoleArn = "AWS_ROLE_ARN";

    /// <summary>Of old the SDK takes it for the secret access key.</summary>
    private const string OldSecretKey = "AWS_SECRET_KEY";

    /// <summary>Whether there are keys or a web identity: the chain takes them before any profile.</summary>
    /// <exception cref="ServiceException">There is a half of either.</exception>
    public static bool AreGiven()
    {
        if (Has(AccessKeyId) && (Has(SecretAccessKey) || Has(OldSecretKey)))
        {
            return true;
        }

        CheckWhole(AccessKeyId, SecretAccessKey);
        CheckWhole(SecretAccessKey, AccessKeyId);
        CheckWhole(SessionToken, AccessKeyId);
        CheckWhole(TokenFile, RoleArn);
        CheckWhole(RoleArn, TokenFile);
        return Has(TokenFile);
    }

    /// <summary>What a variable holds; null where it is empty, as the SDK takes it.</summary>
    public static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static bool Has(string name) => Variable(name) is not null;

    private static void CheckWhole(string given, string needed)
    {
        if (Has(given) && !Has(needed))
        {
            throw SettingsErrors.Create(nameof(Messages.EnvironmentCredentialsIncomplete), needed, given, needed);
        }
    }
}
