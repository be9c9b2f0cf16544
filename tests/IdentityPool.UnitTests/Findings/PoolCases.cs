using IdentityPools.Findings;
using IdentityPools.Model;
using static IdentityPools.UnitTests.Findings.FindingCase;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What the settings and providers of a pool show.</summary>
internal static class PoolCases
{
    private const string Shared = "arn:aws:iam::123456789012:role/Shared";

    private static readonly IdentityPoolSettings Open = Examined.Settings with { AllowUnauthenticatedIdentities = true, NoUnauthenticatedRole = false };
    private static readonly IdentityPoolSettings Classic = Examined.Settings with { AllowClassicFlow = true };

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(FindingRuleId.GuestAccess, "guests allowed", () => IdentityPool.Create(Open)),
        Spares(FindingRuleId.GuestAccess, "a role for guests and no guests", () => IdentityPool.Create(Open with { AllowUnauthenticatedIdentities = false })),
        Finds(FindingRuleId.GuestWithoutRole, "guests allowed, no role", () => IdentityPool.Create(Open with { NoUnauthenticatedRole = true })),
        Spares(FindingRuleId.GuestWithoutRole, "guests allowed, a role", () => IdentityPool.Create(Open)),
        Finds(FindingRuleId.GuestRoleUnused, "no guests, a role that may do something", () => GuestRole(Open with { AllowUnauthenticatedIdentities = false })),
        Spares(FindingRuleId.GuestRoleUnused, "guests, a role that may do something", () => GuestRole(Open)),
        Spares(FindingRuleId.GuestRoleUnused, "no guests, an empty role", () => IdentityPool.Create(Open with { AllowUnauthenticatedIdentities = false })),
        Finds(FindingRuleId.ClassicFlow, "allowed", () => IdentityPool.Create(Classic)),
        Spares(FindingRuleId.ClassicFlow, "forbidden", () => IdentityPool.Create(Classic with { AllowClassicFlow = false })),
        Spares(FindingRuleId.ClassicFlow, "a new definition", () => Examined.Plain),
        Finds(FindingRuleId.ClassicFlow, "left to AWS", () => IdentityPool.Recorded(Examined.Settings)),
        Finds(FindingRuleId.GuestAccess, "guests perhaps", () => Unknown(Examined.Plain, UnknownPartKind.Guests)),
        Spares(FindingRuleId.GuestWithoutRole, "guests perhaps, no role", () => Unknown(Examined.Plain, UnknownPartKind.Guests)),
        Spares(
            FindingRuleId.GuestWithoutRole,
            "guests allowed, a role that is not known",
            () => Unknown(IdentityPool.Create(Open with { NoUnauthenticatedRole = true }), UnknownPartKind.DefaultRoles)
        ),
        Spares(
            FindingRuleId.GuestRoleUnused,
            "guests perhaps, a role that may do something",
            () => Unknown(GuestRole(Open with { AllowUnauthenticatedIdentities = false }), UnknownPartKind.Guests)
        ),
        Finds(FindingRuleId.ClassicFlow, "perhaps allowed", () => Unknown(Examined.Plain, UnknownPartKind.ClassicFlow)),
        Finds(FindingRuleId.RoleNotAttached, "classic flow, a role that trusts the pool", () => Trusted(IdentityPool.Create(Classic))),
        Finds(FindingRuleId.RoleNotAttached, "classic flow perhaps", () => Trusted(Unknown(Examined.Plain, UnknownPartKind.ClassicFlow))),
        Spares(FindingRuleId.RoleNotAttached, "enhanced flow alone", () => Trusted(Examined.Plain)),
        Spares(
            FindingRuleId.RoleNotAttached,
            "a role that may be attached",
            () => Trusted(Unknown(IdentityPool.Create(Classic), UnknownPartKind.RoleAttachment))
        ),
        Finds(FindingRuleId.AdministratorAccess, "classic flow, a role that trusts the pool", () => Trusted(IdentityPool.Create(Classic))),
        Spares(FindingRuleId.AdministratorAccess, "a role that trusts the pool and nobody gets", () => Trusted(Examined.Plain)),
        Finds(FindingRuleId.AdministratorAccess, "a role that a token may name", () => Trusted(WithToken(Examined.Plain))),
        Finds(FindingRuleId.PartNotExamined, "a part that is not known", () => Unknown(Examined.Plain, UnknownPartKind.Other)),
        Spares(FindingRuleId.PartNotExamined, "all is known", () => Examined.Plain),
        Spares(
            FindingRuleId.NoAuthenticatedRole,
            "a role that is not known",
            () => Unknown(WithUserPool(Examined.Plain).WithDefaultRoles(null, null), UnknownPartKind.AuthenticatedRole)
        ),
        Finds(FindingRuleId.ClassicFlowWithMappings, "allowed, a mapping", () => WithToken(IdentityPool.Create(Classic))),
        Spares(FindingRuleId.ClassicFlowWithMappings, "allowed, no mapping", () => IdentityPool.Create(Classic)),
        Spares(FindingRuleId.ClassicFlowWithMappings, "a mapping alone", () => WithToken(Examined.Plain)),
        Finds(FindingRuleId.NoAuthenticatedRole, "a user pool and no role", () => WithUserPool(Examined.Plain).WithDefaultRoles(null, null)),
        Spares(FindingRuleId.NoAuthenticatedRole, "a user pool and a role", () => WithUserPool(Examined.Plain)),
        Spares(FindingRuleId.NoAuthenticatedRole, "no provider", () => Examined.Plain.WithDefaultRoles(null, null)),
        Spares(FindingRuleId.NoAuthenticatedRole, "SAML names the roles itself", () => WithSaml(Examined.Plain).WithDefaultRoles(null, null)),
        Spares(
            FindingRuleId.NoAuthenticatedRole,
            "classic: the client names the role",
            () => WithUserPool(IdentityPool.Create(Classic)).WithDefaultRoles(null, null)
        ),
        Finds(FindingRuleId.SameRoleForGuests, "one role for both", () => Roles(Shared, Shared)),
        Finds(FindingRuleId.SameRoleForGuests, "a mapped role for guests", () => WithRule(Roles(Examined.UserArn, Shared), Shared)),
        Spares(FindingRuleId.SameRoleForGuests, "two roles", () => Roles(Examined.UserArn, Examined.GuestArn)),
        Finds(FindingRuleId.ServerSideTokenCheckOff, "off", () => Examined.Plain.WithUserPool(new(Pools.UserPool, "client", serverSideTokenCheck: false))),
        Spares(FindingRuleId.ServerSideTokenCheckOff, "on", () => WithUserPool(Examined.Plain)),
        Finds(FindingRuleId.ProviderSecretReadable, "Twitter's secret", () => Examined.Plain.WithLoginProvider(Twitter())),
        Spares(
            FindingRuleId.ProviderSecretReadable,
            "no secret",
            () => Examined.Plain.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "app"))
        ),
        Finds(FindingRuleId.DeprecatedProvider, "Twitter", () => Examined.Plain.WithLoginProvider(Twitter())),
        Spares(FindingRuleId.DeprecatedProvider, "Facebook", () => Examined.Plain.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "app"))),
        Finds(FindingRuleId.SessionDurationPointless, "twelve hours", () => Sessions(43200)),
        Finds(FindingRuleId.SessionDurationPointless, "a second more than an hour", () => Sessions(3601)),
        Spares(FindingRuleId.SessionDurationPointless, "an hour", () => Sessions(3600)),
        Spares(FindingRuleId.SessionDurationPointless, "nothing said of the session", () => Sessions(null)),
        Spares(FindingRuleId.SessionDurationPointless, "twelve hours in the classic flow", () => Sessions(43200, isClassic: true)),
        Spares(
            FindingRuleId.SessionDurationPointless,
            "twelve hours where nothing is said of the flow",
            () =>
                IdentityPool
                    .Recorded(Examined.Settings)
                    .WithDefaultRoles(IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { MaxSessionDuration = 43200 }), null)
        ),
        Finds(
            FindingRuleId.SelfSignUp,
            "anyone signs up, the role reads a table",
            () => SignUp(true, Pools.Allow("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/t"))
        ),
        Finds(
            FindingRuleId.SelfSignUp,
            "anyone signs up, the role has a managed policy",
            () => SignUp(true).WithRole("Authenticated", role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/ReadOnlyAccess"]))
        ),
        Spares(
            FindingRuleId.SelfSignUp,
            "administrators create accounts",
            () => SignUp(false, Pools.Allow("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/t"))
        ),
        Spares(
            FindingRuleId.SelfSignUp,
            "anyone signs up, to his own folder",
            () => SignUp(true, Pools.Allow("s3:GetObject", "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*"))
        ),
        Spares(FindingRuleId.SelfSignUp, "anyone signs up, to nothing", () => SignUp(true)),
    ];

    public static IdentityPool WithUserPool(IdentityPool pool) => pool.WithUserPool(Pools.Client("client"));

    private static IdentityPool WithSaml(IdentityPool pool) => pool.WithSamlProvider(Pools.SamlArn);

    private static LoginProvider Twitter() => LoginProvider.Twitter("key", ProviderSecret.Parameter("TwitterSecret"));

    private static IdentityPool GuestRole(IdentityPoolSettings settings) =>
        IdentityPool.Create(settings).WithRole("Unauthenticated", role => role.WithStatements([Pools.Allow("polly:SynthesizeSpeech")]));

    private static IdentityPool Roles(string user, string guest) =>
        IdentityPool.Create(Open with { AuthenticatedRole = user, UnauthenticatedRole = IdentityPoolRole.Existing(guest, RoleAudience.Unauthenticated) });

    private static IdentityPool WithToken(IdentityPool pool) =>
        WithUserPool(pool).WithRoleMapping(RoleMapping.FromToken(MappingCases.Provider, AmbiguousRoleResolution.Deny));

    private static IdentityPool WithRule(IdentityPool pool, string role) =>
        WithUserPool(pool).WithRoleMapping(Pools.Rules(MappingCases.Provider, Pools.Rule("a", role)));

    private static IdentityPool Sessions(int? seconds, bool isClassic = false) =>
        IdentityPool.Create(
            Examined.Settings with
            {
                AllowClassicFlow = isClassic,
                AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { MaxSessionDuration = seconds }),
            }
        );

    private static IdentityPool Unknown(IdentityPool pool, UnknownPartKind kind) => pool.WithUnknownParts([new(kind, "Pool.Part", "It is not known.")]);

    private static IdentityPool Trusted(IdentityPool pool) =>
        pool.WithTrustingRoles([IdentityPoolRole.Existing(Shared).WithEvidence(Examined.May(Examined.Allow("*")))]);

    private static IdentityPool SignUp(bool isAllowed, params PolicyStatement[] statements)
    {
        var pool = Examined.Plain.WithUserPool(
            new(UserPool.Define("people", allowSelfSignUp: isAllowed), UserPoolClient.Generated, serverSideTokenCheck: true)
        );
        return statements.Length == 0 ? pool : pool.WithRole("Authenticated", role => role.WithStatements(statements));
    }
}
