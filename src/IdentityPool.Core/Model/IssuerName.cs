namespace IdentityPools.Model;

/// <summary>
/// The names of issuers, compared as AWS compares them. The name is the issuer's URL without its scheme and nothing else taken away or changed: a slash at the
/// end, a path and the case of the letters belong to it, as they belong to the ARN of the provider in IAM and to the key of a login.
/// </summary>
/// <remarks>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html: the URL is case-sensitive, and policies mean it with its path;
/// https://github.com/aws/aws-sam-cli/issues/7432: the slash at the end;
/// https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_IssuerConfigurationType.html: the two hosts of a user pool.
/// </remarks>
internal static class IssuerName
{
    /// <summary>What stands before the name in the resource of an ARN.</summary>
    public const string Resource = "oidc-provider/";

    public const string Scheme = "https://";

    private const string UserPoolHost = "cognito-idp.";
    private const string UpdatedUserPoolHost = "issuer-cognito-idp.";

    /// <summary>Google's tokens may name their issuer without a scheme.</summary>
    private const string Google = "accounts.google.com";

    /// <summary>The name of an issuer as a token has it; null for text that names none.</summary>
    public static string? OfToken(string issuer) =>
        issuer.StartsWith(Scheme, StringComparison.Ordinal) ? OfUrl(issuer)
        : issuer == Google ? issuer
        : null;

    /// <summary>The name of an issuer that a definition gives as a URL.</summary>
    public static string OfUrl(string url) => url.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? url[Scheme.Length..] : url;

    /// <summary>The name in the ARN of a provider of IAM; null for text that is none.</summary>
    public static string? OfArn(string? arn) =>
        arn?.IndexOf(":" + Resource, StringComparison.Ordinal) is >= 0 and var mark ? arn[(mark + 1 + Resource.Length)..] : null;

    /// <summary>The name of a provider's issuer; null while it depends on deployment.</summary>
    public static string? Of(OpenIdConnectProvider provider) =>
        provider.TypedArn is { } arn ? OfArn(arn.Literal)
        : provider.TypedUrl?.Literal is { } url ? OfUrl(url)
        : null;

    /// <summary>Whether both are one issuer.</summary>
    public static bool AreSame(string? one, string? other) => one is not null && string.Equals(one, other, StringComparison.Ordinal);

    /// <summary>Whether both are easily taken for one issuer and are none: they differ in a slash at the end, or in case.</summary>
    public static bool AreAlike(string one, string other) =>
        !AreSame(one, other) && string.Equals(one.TrimEnd('/'), other.TrimEnd('/'), StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a user pool has the name, by either of its hosts.</summary>
    public static bool IsOfUserPool(string name) => name.StartsWith(UserPoolHost, StringComparison.Ordinal) || IsUpdated(name);

    /// <summary>Whether a user pool has the name by its updated host.</summary>
    public static bool IsUpdated(string name) => name.StartsWith(UpdatedUserPoolHost, StringComparison.Ordinal);

    /// <summary>The name by which identity pools know a user pool, whichever of its hosts names it; any other name as it is.</summary>
    public static string Settled(string name) => IsUpdated(name) ? UserPoolHost + name[UpdatedUserPoolHost.Length..] : name;
}
