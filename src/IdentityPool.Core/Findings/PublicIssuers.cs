using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Simulation;

namespace IdentityPools.Findings;

/// <summary>An issuer that gives tokens to everyone in the world, and the claims that tell one customer's tokens from all others.</summary>
/// <param name="Issuer">The issuer without <c>https://</c>.</param>
/// <param name="Who">Who can have a token of it, in words.</param>
/// <param name="Claims">
/// The claims that decide, each with the text before the customer's name in it where the beginning of the claim decides; null where only all of it does.
/// </param>
internal sealed record PublicIssuer(string Issuer, string Who, IReadOnlyDictionary<string, string?> Claims)
{
    private static readonly char[] Separators = ['/', ':'];
    private static readonly char[] Wildcards = ['*', '?'];

    /// <summary>Whether only some customer's tokens match a rule. What only a deployed stack knows counts as deciding.</summary>
    public bool IsDecidedBy(RoleMappingRule rule) =>
        rule.TypedClaim.Literal is not { } claim
        || rule.MatchType switch
        {
            ClaimMatchType.Equals => Claims.ContainsKey(claim),
            ClaimMatchType.StartsWith => IsDecidedByStart(claim, rule.TypedClaimValue.Literal),
            _ => false,
        };

    /// <summary>Whether only some customer's tokens have a claim as a condition on its session tag asks for.</summary>
    public bool IsDecidedBy(string claim, PolicyCondition condition) =>
        condition.Operator switch
        {
            "StringEquals" or "StringEqualsIgnoreCase" => Claims.ContainsKey(claim),
            "StringLike" => condition.Values.All(value =>
                value.IndexOfAny(Wildcards) is >= 0 and var end ? IsDecidedByStart(claim, value[..end]) : Claims.ContainsKey(claim)
            ),
            _ => false,
        };

    private bool IsDecidedByStart(string claim, string? value) => Claims.TryGetValue(claim, out var start) && start is not null && IsNamed(value, start);

    /// <summary>Whether the beginning of a claim ends behind the customer's name: <c>acme</c> is also the beginning of <c>acme-evil</c>.</summary>
    private static bool IsNamed(string? value, string start) =>
        value is null || (value.StartsWith(start, StringComparison.Ordinal) && value.AsSpan(start.Length).IndexOfAny(Separators) > 0);
}

/// <summary>Issuers that many organisations share, so that the issuer alone says nothing about whose token it is.</summary>
/// <remarks>
/// https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_oidc_secure-by-default.html,
/// https://docs.github.com/actions/reference/openid-connect-reference, https://docs.gitlab.com/ci/secrets/id_token_authentication/,
/// https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference, as of November 2026
/// </remarks>
internal static class PublicIssuers
{
    private const string MicrosoftVersion = "/v2.0";

    private static readonly Dictionary<string, string?> Microsoft = new(StringComparer.Ordinal)
    {
        ["tid"] = null,
        ["oid"] = null,
        ["sub"] = null,
    };

    private static readonly Dictionary<string, string?> Google = new(StringComparer.Ordinal)
    {
        ["sub"] = null,
        ["email"] = null,
        ["hd"] = null,
    };

    private static readonly Dictionary<string, string?> Apple = new(StringComparer.Ordinal) { ["sub"] = null, ["email"] = null };

    private static readonly Dictionary<string, string?> SubjectAlone = new(StringComparer.Ordinal) { ["sub"] = null };

    /// <summary>Services in which anyone can open an account and run what gets a token.</summary>
    private static readonly PublicIssuer[] Services =
    [
        new(
            "token.actions.githubusercontent.com",
            "Anyone with a GitHub account",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["sub"] = "repo:",
                ["repository"] = "",
                ["repository_id"] = null,
                ["repository_owner"] = null,
                ["repository_owner_id"] = null,
                ["enterprise"] = null,
                ["enterprise_id"] = null,
            }
        ),
        new(
            "gitlab.com",
            "Anyone with a GitLab account",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["sub"] = "project_path:",
                ["project_path"] = "",
                ["project_id"] = null,
                ["namespace_path"] = "",
                ["namespace_id"] = null,
                ["user_id"] = null,
            }
        ),
        new(
            "app.terraform.io",
            "Anyone with an HCP Terraform account",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["sub"] = "organization:",
                ["terraform_organization_id"] = null,
                ["terraform_organization_name"] = null,
                ["terraform_workspace_id"] = null,
                ["terraform_project_id"] = null,
            }
        ),
        new(
            "agent.buildkite.com",
            "Anyone with a Buildkite account",
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["sub"] = "organization:",
                ["organization_slug"] = null,
                ["organization_id"] = null,
                ["pipeline_id"] = null,
            }
        ),
        .. new[] { "common", "organizations", "consumers", "9188040d-6c67-4c5b-b112-36a304b66dad" }.Select(tenants => new PublicIssuer(
            "login.microsoftonline.com/" + tenants,
            "Anyone with a Microsoft account or a tenant of their own",
            Microsoft
        )),
    ];

    /// <summary>Accounts that people have for themselves.</summary>
    private static readonly PublicIssuer[] Social =
    [
        new(LoginProvider.UrlOf(LoginProviderName.Amazon), "Anyone with an Amazon account", SubjectAlone),
        new(LoginProvider.UrlOf(LoginProviderName.Facebook), "Anyone with a Facebook account", SubjectAlone),
        new(LoginProvider.UrlOf(LoginProviderName.Google), "Anyone with a Google account", Google),
        new(LoginProvider.UrlOf(LoginProviderName.Apple), "Anyone with an Apple account", Apple),
        new(LoginProvider.UrlOf(LoginProviderName.Twitter), "Anyone with an X account", new Dictionary<string, string?>()),
    ];

    /// <summary>The providers of a pool whose tokens anyone can get from a service, with the issuer.</summary>
    public static IEnumerable<(ProviderReference Provider, PublicIssuer Issuer)> ServicesOf(IdentityPool pool) => Of(pool.OpenIdConnectProviders, Services);

    /// <summary>The providers of a pool for people's own accounts.</summary>
    public static IEnumerable<(ProviderReference Provider, PublicIssuer Issuer)> SocialOf(IdentityPool pool) =>
        pool
            .LoginProviders.Select(login =>
                ((ProviderReference)new LoginProviderReference(login.Provider), Social.First(issuer => issuer.Issuer == login.ProviderUrl))
            )
            .Concat(Of(pool.OpenIdConnectProviders, Social));

    private static IEnumerable<(ProviderReference Provider, PublicIssuer Issuer)> Of(IEnumerable<OpenIdConnectProvider> providers, PublicIssuer[] issuers) =>
        from provider in providers
        let name = IssuerOf(provider)
        let issuer = Array.Find(issuers, known => known.Issuer.Equals(name, StringComparison.OrdinalIgnoreCase))
        where issuer is not null
        select ((ProviderReference)new OpenIdConnectProviderReference(provider), issuer);

    /// <summary>The issuer as AWS knows it; what a function gives stays between angle brackets, and is no issuer's name.</summary>
    private static string IssuerOf(OpenIdConnectProvider provider)
    {
        var text = PartName.Get((provider.TypedArn ?? provider.TypedUrl)!);
        var issuer = (IssuerName.OfArn(text) ?? IssuerName.OfUrl(text)).TrimEnd('/');
        return issuer.EndsWith(MicrosoftVersion, StringComparison.Ordinal) ? issuer[..^MicrosoftVersion.Length] : issuer;
    }
}

/// <summary>What people get whose tokens anyone can have.</summary>
internal static class OpenDoors
{
    private const string RequestTag = "aws:RequestTag/";
    private const string PrincipalTag = "aws:PrincipalTag/";
    private const string IdentityId = ":sub";

    /// <summary>The roles that someone gets with a token that has none of the claims which decide.</summary>
    public static IEnumerable<ExaminedRole> RolesFor(FindingContext context, ProviderReference provider, PublicIssuer issuer)
    {
        var pool = context.Pool;
        if (pool.IsUnknown(UnknownPartKind.RoleMappings) || pool.UnknownMappingsOf(provider).Any())
        {
            return [];
        }

        var mappings = pool.RoleMappings.Where(mapping => mapping.Provider.WithoutClient == provider.WithoutClient).ToList();
        var mapped = mappings.SelectMany(mapping => mapping.Rules).Where(rule => !issuer.IsDecidedBy(rule)).Select(rule => rule.MappedRole);
        var isDefault = mappings.Count == 0 || mappings.Exists(mapping => mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.AuthenticatedRole);
        var claims = pool
            .PrincipalTags.Where(tags => tags.Provider.WithoutClient == provider.WithoutClient)
            .SelectMany(IssuedTags.MapOf)
            .ToLookup(tag => tag.Key, tag => tag.Value, StringComparer.OrdinalIgnoreCase);
        return mapped.Append(isDefault ? pool.AuthenticatedRole : null).Select(context.Find).OfType<ExaminedRole>().Distinct().Where(IsUseful);

        // Whether a stranger gains anything by the role, or it is not known what it gives.
        bool IsUseful(ExaminedRole role) => !IsGated(role) && (!role.IsKnown || role.MayDo(grant => !grant.IsPerIdentity && !IsKept(grant)));

        bool IsKept(Grant grant) => grant.IsByTag && grant.Statement.Conditions.Any(condition => IsKeptByTag(condition, PrincipalTag));

        // Whether the trust policy asks for session tags, or for certain identities.
        bool IsGated(ExaminedRole role) =>
            role.Trust?.WebIdentityStatements.ToList() is { Count: > 0 } statements
            && statements.TrueForAll(statement => statement.Conditions.Any(condition => IsOfIdentity(condition) || IsKeptByTag(condition, RequestTag)));

        // A tag that the provider does not give is in no stranger's session; one that is made of a claim which strangers choose keeps nobody out.
        bool IsKeptByTag(PolicyCondition condition, string prefix) =>
            IsDemand(condition)
            && condition.Key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase)
            && claims[condition.Key[prefix.Length..]].All(claim => claim is null || issuer.IsDecidedBy(claim, condition));
    }

    private static bool IsOfIdentity(PolicyCondition condition) =>
        IsDemand(condition)
        && AwsPartition.IsTrustPrincipal(condition.Key)
        && condition.Key.EndsWith(IdentityId, StringComparison.OrdinalIgnoreCase)
        && !condition.Values.Any(value => value.All(character => character is '*' or '?'));

    private static bool IsDemand(PolicyCondition condition) => condition is { IsDemand: true, Quantifier: not ConditionQuantifier.All };
}
