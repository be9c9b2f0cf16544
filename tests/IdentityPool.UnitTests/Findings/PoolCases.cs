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
        Finds(FindingRuleId.ProviderAdmitsAnyone, "GitHub Actions, no mapping", () => Issued(GitHub)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "GitLab.com, defined here", () => Issued(OpenIdConnectProvider.Define("https://gitlab.com"))),
        Finds(
            FindingRuleId.ProviderAdmitsAnyone,
            "Entra, every tenant",
            () => Issued(OpenIdConnectProvider.Define("https://login.microsoftonline.com/common/v2.0"))
        ),
        Finds(
            FindingRuleId.ProviderAdmitsAnyone,
            "an account that a function gives",
            () =>
                Issued(
                    OpenIdConnectProvider.Existing(
                        TemplateValue.FromNode(
                            Examined.Node("""{ "Fn::Sub": "arn:aws:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com" }""")
                        )
                    )
                )
        ),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a role of which nothing is known", () => Attach(GitHub, Examined.Users(RoleEvidence.None))),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "the role comes from the token, else the default", () => Token(AmbiguousRoleResolution.AuthenticatedRole)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "who matches nothing gets the default", () => Decided("repository_owner", fallback: true)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "an audience, which anyone may ask for", () => Decided("aud")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a part of a name", () => Decided("repository", "acme/", ClaimMatchType.Contains)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "all but one", () => Decided("repository_owner", match: ClaimMatchType.NotEqual)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "the beginning of an owner", () => Decided("sub", "repo:acme", ClaimMatchType.StartsWith)),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "every repository", () => Decided("sub", "repo:", ClaimMatchType.StartsWith)),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "an owner", () => Decided("repository_owner")),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "all of an owner's", () => Decided("sub", "repo:acme/", ClaimMatchType.StartsWith)),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "all are denied", () => Token(AmbiguousRoleResolution.Deny)),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a role that may do nothing", () => Examined.Plain.WithOpenIdConnectProvider(GitHub)),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "no role", () => Examined.Plain.WithOpenIdConnectProvider(GitHub).WithDefaultRoles(null, null)),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a provider of one's own", () => Issued(Pools.OpenIdConnectArn)),
        Spares(
            FindingRuleId.ProviderAdmitsAnyone,
            "one tenant of Entra",
            () => Issued(OpenIdConnectProvider.Define("https://login.microsoftonline.com/6f0b0c1e-93c3-4d23-a1a5-0f5a6d1f2b3c/v2.0"))
        ),
        Spares(
            FindingRuleId.ProviderAdmitsAnyone,
            "a role for a tag",
            () => Issued(GitHub, Examined.Allow("s3:GetObject", Folder, """{ "StringEquals": { "aws:PrincipalTag/repository": "acme/shop" } }"""))
        ),
        Spares(
            FindingRuleId.ProviderAdmitsAnyone,
            "a trust for a tag",
            () =>
                Attach(
                    GitHub,
                    Examined.Users(
                        Examined.TrustOn($$"""{ "StringEquals": { "{{Examined.Principal}}:aud": { "Ref": "Pool" }, "aws:RequestTag/owner": "acme" } }""") with
                        {
                            Policies = Examined.May(Examined.Allow("s3:GetObject", Folder)).Policies,
                        }
                    )
                )
        ),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of an audience", () => Tagged("aud", "sts.amazonaws.com")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of a branch", () => Tagged("ref", "refs/heads/main")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of the beginning of an owner", () => Tagged("repository_owner", "acme*", "StringLike")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of any owner", () => Tagged("repository_owner", "?*", "StringLike")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of any repository", () => Tagged("sub", "repo:*", "StringLike")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag of a branch of any repository", () => Tagged("sub", "*:ref:refs/heads/main", "StringLike")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a tag that is not one owner's", () => Tagged("repository_owner", "evil", "StringNotEquals")),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a tag of an owner", () => Tagged("repository_owner", "acme")),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a tag of an owner without wildcards", () => Tagged("repository_owner", "acme", "StringLike")),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a tag of all repositories of an owner", () => Tagged("sub", "repo:acme/*", "StringLike")),
        Finds(FindingRuleId.ProviderAdmitsAnyone, "a trust for a tag of a branch", () => Trusted("ref", "refs/heads/main")),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "a trust for a tag of an owner", () => Trusted("repository_owner", "acme")),
        Finds(FindingRuleId.SocialLoginAdmitsAnyone, "a tag of the app", () => ForApp()),
        Spares(FindingRuleId.ProviderAdmitsAnyone, "mappings that are not known", () => Unknown(Issued(GitHub), UnknownPartKind.RoleMappings)),
        Finds(FindingRuleId.SocialLoginAdmitsAnyone, "Google", () => Social(LoginProviderName.Google)),
        Finds(
            FindingRuleId.SocialLoginAdmitsAnyone,
            "Google as an OpenID Connect provider",
            () => Issued(OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/accounts.google.com"))
        ),
        Finds(
            FindingRuleId.SocialLoginAdmitsAnyone,
            "a role of which nothing is known",
            () => Social(LoginProviderName.Apple, Examined.Users(RoleEvidence.None))
        ),
        Spares(
            FindingRuleId.SocialLoginAdmitsAnyone,
            "each to their own folder",
            () => Social(LoginProviderName.Facebook, Shop(Examined.Allow("s3:GetObject", Own)))
        ),
        Spares(
            FindingRuleId.SocialLoginAdmitsAnyone,
            "one company's accounts",
            () =>
                Social(LoginProviderName.Google)
                    .WithRoleMapping(
                        Pools.Rules(Pools.Login(LoginProviderName.Google), RoleMappingRule.Create("hd", ClaimMatchType.Equals, "a.example", Examined.UserArn))
                    )
        ),
        Spares(FindingRuleId.SocialLoginAdmitsAnyone, "another provider", () => Issued(GitHub)),
    ];

    private const string Folder = "arn:aws:s3:::b/shared/*";
    private const string Own = "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*";

    private static OpenIdConnectProvider GitHub =>
        OpenIdConnectProvider.Existing("arn:aws:iam::123456789012:oidc-provider/token.actions.githubusercontent.com");

    private static IdentityPool Shop(params string[] statements) =>
        Examined.Users(Examined.May(statements.Length == 0 ? [Examined.Allow("s3:GetObject", Folder)] : statements));

    private static IdentityPool Attach(OpenIdConnectProvider provider, IdentityPool pool) => pool.WithOpenIdConnectProvider(provider);

    /// <summary>A pool whose users read a folder, or what is said, and come from an issuer.</summary>
    private static IdentityPool Issued(OpenIdConnectProvider provider, params string[] statements) => Attach(provider, Shop(statements));

    private static IdentityPool Token(AmbiguousRoleResolution resolution) =>
        Issued(GitHub).WithRoleMapping(RoleMapping.FromToken(new OpenIdConnectProviderReference(GitHub), resolution));

    /// <summary>One rule gives the role to tokens of GitHub.</summary>
    private static IdentityPool Decided(string claim, string value = "acme", ClaimMatchType match = ClaimMatchType.Equals, bool fallback = false) =>
        Issued(GitHub)
            .WithRoleMapping(
                RoleMapping.FromRules(
                    new OpenIdConnectProviderReference(GitHub),
                    [RoleMappingRule.Create(claim, match, value, Examined.UserArn)],
                    fallback ? AmbiguousRoleResolution.AuthenticatedRole : AmbiguousRoleResolution.Deny
                )
            );

    /// <summary>What the role may do asks for a tag that is made of a claim.</summary>
    private static IdentityPool Tagged(string claim, string value, string comparison = "StringEquals") =>
        Issued(GitHub, Examined.Allow("s3:GetObject", Folder, $$"""{ "{{comparison}}": { "aws:PrincipalTag/t": "{{value}}" } }"""))
            .WithPrincipalTags(TagOf(claim));

    /// <summary>The trust policy of the role asks for a tag that is made of a claim.</summary>
    private static IdentityPool Trusted(string claim, string value) =>
        Attach(
                GitHub,
                Examined.Users(
                    Examined.TrustOn($$"""{ "StringEquals": { "{{Examined.Principal}}:aud": { "Ref": "Pool" }, "aws:RequestTag/T": "{{value}}" } }""") with
                    {
                        Policies = Examined.May(Examined.Allow("s3:GetObject", Folder)).Policies,
                    }
                )
            )
            .WithPrincipalTags(TagOf(claim));

    private static IdentityPool ForApp() =>
        Social(LoginProviderName.Google, Shop(Examined.Allow("s3:GetObject", Folder, """{ "StringEquals": { "aws:PrincipalTag/client": "app" } }""")))
            .WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Google)));

    private static PrincipalTagMapping TagOf(string claim) =>
        PrincipalTagMapping.Create(
            new OpenIdConnectProviderReference(GitHub),
            ValueMap<TemplateValue>.Create([KeyValuePair.Create("t", (TemplateValue)claim)])
        );

    private static IdentityPool Social(LoginProviderName name, IdentityPool? pool = null) =>
        (pool ?? Shop()).WithLoginProvider(LoginProvider.Create(name, "app"));

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
