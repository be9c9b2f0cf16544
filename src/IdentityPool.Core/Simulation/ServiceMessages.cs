namespace IdentityPools.Simulation;

/// <summary>What AWS says when it gives no credentials, word for word.</summary>
internal static class ServiceMessages
{
    public const string GuestsNotAllowed = "Unauthenticated access is not supported for this identity pool.";
    public const string NotSupportedProvider = "Token is not from a supported provider of this identity pool.";
    public const string CognitoToken = "Can't pass in a Cognito token.";
    public const string AmbiguousRole = "The ambiguous role mapping rules denied this request";
    public const string InvalidConfiguration = "Invalid identity pool configuration. Check assigned IAM roles for this pool.";

    public static string MissingClaim(string claim) => $"Missing a required claim: {claim}";
}
