using IdentityPools.Model;
using IdentityPools.Policies;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>What a pool lets in, and how: its flows and its providers.</summary>
internal static class PoolRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // Clients may pick any role that trusts the pool.
        FindingRule.Create(
            FindingRuleId.ClassicFlow,
            FindingSeverity.Warning,
            Guide("iam-roles.html"),
            context =>
                context.Pool.IsUnknown(UnknownPartKind.ClassicFlow) ? [FoundPerhaps(FindingSubject.From(context.Pool), context.Pool)]
                : context.Pool.IsClassicFlowOpen ? [Found(FindingSubject.From(context.Pool), context.Pool)]
                : []
        ),
        // Clients may pick a role that nobody attached.
        FindingRule.Create(
            FindingRuleId.RoleNotAttached,
            FindingSeverity.Warning,
            Guide("authentication-flow.html"),
            context =>
                context.Pool.MayHaveClassicFlow && !context.Pool.IsUnknown(UnknownPartKind.DefaultRoles)
                    ? context.Unattached.Select(role => Found(role.Subject, role.Role, context.Pool))
                    : []
        ),
        // A part of the pool that only a deployed stack knows.
        FindingRule.Create(
            FindingRuleId.PartNotExamined,
            FindingSeverity.Information,
            new("https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html"),
            context => context.Pool.UnknownParts.Select(part => Found(FindingSubject.From(context.Pool), context.Pool, part.Place))
        ),
        // The classic flow is refused where roles are mapped.
        FindingRule.Create(
            FindingRuleId.ClassicFlowWithMappings,
            FindingSeverity.Warning,
            Guide("role-based-access-control.html"),
            context =>
                context.Pool is { AllowClassicFlow: true, RoleMappings.Count: > 0 }
                    ? [Found(FindingSubject.From(context.Pool), context.Pool, context.Pool.RoleMappings.Count)]
                    : []
        ),
        // Users who signed in have no role to fall back on.
        FindingRule.Create(
            FindingRuleId.NoAuthenticatedRole,
            FindingSeverity.Warning,
            Guide("role-trust-and-permissions.html"),
            context =>
                context.Pool is { AuthenticatedRole: null, AllowClassicFlow: not true } && !context.Pool.IsUnknown(UnknownPartKind.AuthenticatedRole)
                    ? context
                        .Pool.ProviderReferences.Where(provider => NeedsDefault(context.Pool, provider))
                        .Select(provider => Found(FindingSubject.From(provider), provider, context.Pool))
                    : []
        ),
        // Signed out users keep getting credentials.
        FindingRule.Create(
            FindingRuleId.ServerSideTokenCheckOff,
            FindingSeverity.Warning,
            new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_CognitoIdentityProvider.html"),
            context =>
                context
                    .Pool.UserPools.Where(provider => !provider.ServerSideTokenCheck)
                    .Select(provider => Found(FindingSubject.From(new UserPoolReference(provider.UserPool, provider.UserPoolClient)), provider))
        ),
        // A secret that DescribeIdentityPool shows.
        FindingRule.Create(
            FindingRuleId.ProviderSecretReadable,
            FindingSeverity.Information,
            new("https://docs.aws.amazon.com/cognitoidentity/latest/APIReference/API_DescribeIdentityPool.html"),
            context =>
                context
                    .Pool.LoginProviders.Where(provider => provider.Secret is not null)
                    .Select(provider => Found(FindingSubject.From(new LoginProviderReference(provider.Provider)), provider.Provider, context.Pool))
        ),
        // A login provider of another time.
        FindingRule.Create(
            FindingRuleId.DeprecatedProvider,
            FindingSeverity.Information,
            Guide("external-identity-providers.html"),
            context =>
                context
                    .Pool.LoginProviders.Where(provider => provider.Provider == LoginProviderName.Twitter)
                    .Select(provider => Found(FindingSubject.From(new LoginProviderReference(provider.Provider)), provider.Provider))
        ),
        // Anyone can create an account and so a useful role.
        FindingRule.Create(
            FindingRuleId.SelfSignUp,
            FindingSeverity.Warning,
            Guide("identity-pools-security-best-practices.html"),
            context =>
                context.Find(context.Pool.AuthenticatedRole) is { } role && role.MayDo(IsShared)
                    ? context
                        .Pool.UserPools.Where(provider => context.Surroundings.AllowsSelfSignUp(provider.UserPool) == true)
                        .DistinctBy(provider => provider.UserPool)
                        .Select(provider =>
                            Found(
                                FindingSubject.From(new UserPoolReference(provider.UserPool, provider.UserPoolClient)),
                                provider.UserPool,
                                context.Pool.AuthenticatedRole
                            )
                        )
                    : []
        ),
        // Anyone can get a token of the provider, and nothing asks whose it is.
        FindingRule.Create(
            FindingRuleId.ProviderAdmitsAnyone,
            FindingSeverity.Error,
            IamGuide("id_roles_providers_oidc_secure-by-default.html"),
            context => Open(context, PublicIssuers.ServicesOf(context.Pool))
        ),
        // Anyone with an account at a social provider gets a useful role.
        FindingRule.Create(
            FindingRuleId.SocialLoginAdmitsAnyone,
            FindingSeverity.Warning,
            Guide("identity-pools-security-best-practices.html"),
            context => Open(context, PublicIssuers.SocialOf(context.Pool))
        ),
    ];

    private static IEnumerable<Sighting> Open(FindingContext context, IEnumerable<(ProviderReference Provider, PublicIssuer Issuer)> providers) =>
        from provider in providers
        from role in OpenDoors.RolesFor(context, provider.Provider, provider.Issuer)
        let subject = FindingSubject.From(provider.Provider)
        select role.IsKnown
            ? Found(subject, provider.Issuer.Who, provider.Issuer.Issuer, role.Role, context.Pool)
            : FoundPerhaps(subject, provider.Issuer.Who, provider.Issuer.Issuer, role.Role, context.Pool);

    /// <summary>Assertions of SAML bring their roles, developers' own backends take tokens only.</summary>
    private static bool NeedsDefault(IdentityPool pool, ProviderReference provider) =>
        provider is not (SamlProviderReference or ProviderUrlReference)
        && !pool.UnknownMappingsOf(provider).Any()
        && pool.RoleMappings.FirstOrDefault(mapping => mapping.Provider == provider)?.AmbiguousRoleResolution != AmbiguousRoleResolution.Deny;

    /// <summary>What is the caller's own alone is what an account is for.</summary>
    private static bool IsShared(Grant grant) => !grant.IsPerIdentity && !grant.IsByTag;
}
