using IdentityPools.Findings;
using IdentityPools.Model;
using static IdentityPools.UnitTests.Findings.FindingCase;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What role mappings and session tags show.</summary>
internal static class MappingCases
{
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Table = "arn:aws:dynamodb:eu-west-1:123456789012:table/t";

    public static ProviderReference Provider { get; } = new UserPoolReference(Pools.UserPool, "client");

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(
            nameof(MappedProviderMissing),
            "a mapping of Google in a pool without Google",
            () =>
                Examined.Plain.WithRoleMapping(
                    RoleMapping.FromRules(
                        new LoginProviderReference(LoginProviderName.Google),
                        [Rule("sub", ClaimMatchType.Equals, "a")],
                        AmbiguousRoleResolution.Deny
                    )
                )
        ),
        Finds(
            nameof(MappedProviderMissing),
            "tags of a user pool that is not there",
            () => Examined.Plain.WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))
        ),
        Spares(nameof(MappedProviderMissing), "a mapping of what the pool has", () => Mapped(Rule("sub", ClaimMatchType.Equals, "a"))),
        Finds(
            nameof(UnreachableRule),
            "the same rule again",
            () => Mapped(Rule("sub", ClaimMatchType.Equals, "a"), Rule("sub", ClaimMatchType.Equals, "a", Examined.UserArn))
        ),
        Finds(
            nameof(UnreachableRule),
            "a longer beginning after a shorter one",
            () => Mapped(Rule("sub", ClaimMatchType.StartsWith, "a"), Rule("sub", ClaimMatchType.StartsWith, "ab"))
        ),
        Spares(
            nameof(UnreachableRule),
            "a shorter beginning after a longer one",
            () => Mapped(Rule("sub", ClaimMatchType.StartsWith, "ab"), Rule("sub", ClaimMatchType.StartsWith, "a"))
        ),
        Finds(nameof(ContainsOnGroups), "contains", () => Mapped(Rule("cognito:groups", ClaimMatchType.Contains, "admin"))),
        Finds(nameof(ContainsOnGroups), "begins", () => Mapped(Rule("cognito:roles", ClaimMatchType.StartsWith, "arn"))),
        Spares(nameof(ContainsOnGroups), "is", () => Mapped(Rule("cognito:groups", ClaimMatchType.Equals, "admin"))),
        Spares(nameof(ContainsOnGroups), "contains, in another claim", () => Mapped(Rule("department", ClaimMatchType.Contains, "admin"))),
        Finds(nameof(NotEqualGate), "is not", () => Mapped(Rule("department", ClaimMatchType.NotEqual, "guest"))),
        Spares(nameof(NotEqualGate), "is", () => Mapped(Rule("department", ClaimMatchType.Equals, "staff"))),
        Finds(nameof(WritableClaim), "email", () => Mapped(Rule("email", ClaimMatchType.Equals, "a@b.example"))),
        Finds(nameof(WritableClaim), "a custom attribute of a client that is not known", () => Mapped(Rule("custom:tier", ClaimMatchType.Equals, "gold"))),
        Spares(nameof(WritableClaim), "groups", () => Mapped(Rule("cognito:groups", ClaimMatchType.Equals, "admin"))),
        Spares(nameof(WritableClaim), "email of a provider that is no user pool", () => Social(Rule("email", ClaimMatchType.Equals, "a@b.example"))),
        Finds(nameof(TokenMappingWithoutRoles), "Google", () => Token(LoginProviderName.Google)),
        Spares(nameof(TokenMappingWithoutRoles), "a user pool", () => Token(AmbiguousRoleResolution.Deny)),
        Finds(nameof(UsersWithoutGroupDenied), "denied", () => Token(AmbiguousRoleResolution.Deny)),
        Spares(nameof(UsersWithoutGroupDenied), "the authenticated role", () => Token(AmbiguousRoleResolution.AuthenticatedRole)),
        Spares(nameof(UsersWithoutGroupDenied), "rules that deny", () => Mapped(Rule("department", ClaimMatchType.Equals, "staff"))),
        Finds(nameof(FallbackStronger), "the default may write, the mapped one read", () => Fallback("dynamodb:*", "dynamodb:GetItem")),
        Spares(nameof(FallbackStronger), "the default may read, the mapped one write", () => Fallback("dynamodb:GetItem", "dynamodb:*")),
        Spares(nameof(FallbackStronger), "the same", () => Fallback("dynamodb:GetItem", "dynamodb:GetItem")),
        Spares(nameof(FallbackStronger), "no fallback", () => Fallback(AmbiguousRoleResolution.Deny, "dynamodb:*", "dynamodb:GetItem")),
        Finds(nameof(FallbackStronger), "the default may write, both mapped ones read", () => Fallback("dynamodb:*", "dynamodb:GetItem", "dynamodb:Query")),
        Spares(
            nameof(FallbackStronger),
            "the default may write, of two mapped ones the second may too",
            () => Fallback("dynamodb:*", "dynamodb:GetItem", "dynamodb:*")
        ),
        Spares(
            nameof(FallbackStronger),
            "the default may write, of two mapped ones the first may too",
            () => Fallback("dynamodb:*", "dynamodb:*", "dynamodb:GetItem")
        ),
        Spares(
            nameof(FallbackStronger),
            "the mapped one has a managed policy that nobody looked into",
            () =>
                Fallback("dynamodb:*", "dynamodb:GetItem").WithRole("Reader", role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/AdministratorAccess"]))
        ),
        Finds(nameof(WritableTag), "a tag of a custom attribute", () => Tagged("custom:tenant")),
        Finds(nameof(WritableTag), "a tag of an attribute", () => Tagged("nickname")),
        Spares(nameof(WritableTag), "a tag of the subject", () => Tagged("sub")),
        Spares(nameof(WritableTag), "the default tags", () => PoolCases.WithUserPool(Examined.Plain).WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))),
        Finds(nameof(TagSessionMissing), "tags and a trust without sts:TagSession", () => Tags(Examined.Users(Examined.Trusted()))),
        Spares(
            nameof(TagSessionMissing),
            "tags and a trust for them",
            () => Tags(Examined.Users(Examined.TrustOn($$"""{ "StringEquals": { "{{Examined.Principal}}:aud": { "Ref": "Pool" } } }""", action: "sts:*")))
        ),
        Spares(nameof(TagSessionMissing), "tags and a managed role", () => Tags(Examined.Plain)),
        Spares(nameof(TagSessionMissing), "a trust without tags", () => Examined.Users(Examined.Trusted())),
        Finds(nameof(TagSessionNeedless), "no tags and a trust for them", () => Examined.Users(TrustForTags())),
        Spares(nameof(TagSessionNeedless), "tags and a trust for them", () => Tags(Examined.Users(TrustForTags()))),
        Spares(nameof(TagSessionNeedless), "no tags and a trust for none", () => Examined.Users(Examined.Trusted())),
    ];

    private static RoleEvidence TrustForTags() =>
        Examined.Trust(
            $$"""{ "Version": "2012-10-17", "Statement": { "Effect": "Allow", "Principal": { "Federated": "{{Examined.Principal}}" }, "Action": ["sts:AssumeRoleWithWebIdentity", "sts:TagSession"], "Condition": { "StringEquals": { "{{Examined.Principal}}:aud": { "Ref": "Pool" } }, "ForAnyValue:StringLike": { "{{Examined.Principal}}:amr": "authenticated" } } } }"""
        );

    private static RoleMappingRule Rule(string claim, ClaimMatchType matchType, string value, string role = Admin) =>
        RoleMappingRule.Create(claim, matchType, value, role);

    private static IdentityPool Mapped(params RoleMappingRule[] rules) =>
        PoolCases.WithUserPool(Examined.Plain).WithRoleMapping(RoleMapping.FromRules(Provider, [.. rules], AmbiguousRoleResolution.Deny));

    private static IdentityPool Social(RoleMappingRule rule) =>
        Examined
            .Plain.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "app"))
            .WithRoleMapping(RoleMapping.FromRules(Pools.Login(LoginProviderName.Google), [rule], AmbiguousRoleResolution.Deny));

    private static IdentityPool Token(LoginProviderName login) =>
        Examined
            .Plain.WithLoginProvider(LoginProvider.Create(login, "app"))
            .WithRoleMapping(RoleMapping.FromToken(Pools.Login(login), AmbiguousRoleResolution.AuthenticatedRole));

    private static IdentityPool Token(AmbiguousRoleResolution resolution) =>
        PoolCases.WithUserPool(Examined.Plain).WithRoleMapping(RoleMapping.FromToken(Provider, resolution));

    private static IdentityPool Fallback(string action, params string[] mapped) => Fallback(AmbiguousRoleResolution.AuthenticatedRole, action, mapped);

    /// <summary>A default role with an action, and rules with a role of another action each.</summary>
    private static IdentityPool Fallback(AmbiguousRoleResolution resolution, string action, params string[] mapped)
    {
        var rules = mapped.Select(
            (allowed, place) =>
                RoleMappingRule.Create(
                    "department",
                    ClaimMatchType.Equals,
                    $"d{place}",
                    Pools.Role(place == 0 ? "Reader" : "Other", Pools.Allow(allowed, Table))
                )
        );
        return PoolCases
            .WithUserPool(Examined.Plain)
            .WithRole("Authenticated", role => role.WithStatements([Pools.Allow(action, Table)]))
            .WithRoleMapping(RoleMapping.FromRules(Provider, rules.ToValueList(), resolution));
    }

    private static IdentityPool Tagged(string claim) =>
        PoolCases.WithUserPool(Examined.Plain).WithPrincipalTags(PrincipalTagMapping.Of(Provider, Pools.Map(("key", claim))));

    private static IdentityPool Tags(IdentityPool pool) =>
        PoolCases.WithUserPool(pool).WithPrincipalTags(PrincipalTagMapping.Of(Provider, Pools.Map(("key", "sub"))));
}
