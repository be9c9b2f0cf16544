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
            FindingRuleId.MappedProviderMissing,
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
            FindingRuleId.MappedProviderMissing,
            "tags of a user pool that is not there",
            () => Examined.Plain.WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))
        ),
        Spares(FindingRuleId.MappedProviderMissing, "a mapping of what the pool has", () => Mapped(Rule("sub", ClaimMatchType.Equals, "a"))),
        Finds(
            FindingRuleId.UnreachableRule,
            "the same rule again",
            () => Mapped(Rule("sub", ClaimMatchType.Equals, "a"), Rule("sub", ClaimMatchType.Equals, "a", Examined.UserArn))
        ),
        Finds(
            FindingRuleId.UnreachableRule,
            "a longer beginning after a shorter one",
            () => Mapped(Rule("sub", ClaimMatchType.StartsWith, "a"), Rule("sub", ClaimMatchType.StartsWith, "ab"))
        ),
        Spares(
            FindingRuleId.UnreachableRule,
            "a shorter beginning after a longer one",
            () => Mapped(Rule("sub", ClaimMatchType.StartsWith, "ab"), Rule("sub", ClaimMatchType.StartsWith, "a"))
        ),
        Finds(FindingRuleId.ContainsOnGroups, "contains", () => Mapped(Rule("cognito:groups", ClaimMatchType.Contains, "admin"))),
        Finds(FindingRuleId.ContainsOnGroups, "begins", () => Mapped(Rule("cognito:roles", ClaimMatchType.StartsWith, "arn"))),
        Spares(FindingRuleId.ContainsOnGroups, "is", () => Mapped(Rule("cognito:groups", ClaimMatchType.Equals, "admin"))),
        Spares(FindingRuleId.ContainsOnGroups, "contains, in another claim", () => Mapped(Rule("department", ClaimMatchType.Contains, "admin"))),
        Finds(FindingRuleId.NotEqualGate, "is not", () => Mapped(Rule("department", ClaimMatchType.NotEqual, "guest"))),
        Spares(FindingRuleId.NotEqualGate, "is", () => Mapped(Rule("department", ClaimMatchType.Equals, "staff"))),
        Finds(FindingRuleId.WritableClaim, "email", () => Mapped(Rule("email", ClaimMatchType.Equals, "a@b.example"))),
        Finds(
            FindingRuleId.WritableClaim,
            "a custom attribute of a client that is not known",
            () => Mapped(Rule("custom:tier", ClaimMatchType.Equals, "gold"))
        ),
        Spares(FindingRuleId.WritableClaim, "groups", () => Mapped(Rule("cognito:groups", ClaimMatchType.Equals, "admin"))),
        Spares(FindingRuleId.WritableClaim, "email of a provider that is no user pool", () => Social(Rule("email", ClaimMatchType.Equals, "a@b.example"))),
        Finds(FindingRuleId.TokenMappingWithoutRoles, "Google", () => Token(LoginProviderName.Google)),
        Spares(FindingRuleId.TokenMappingWithoutRoles, "a user pool", () => Token(AmbiguousRoleResolution.Deny)),
        Finds(FindingRuleId.UsersWithoutGroupDenied, "denied", () => Token(AmbiguousRoleResolution.Deny)),
        Spares(FindingRuleId.UsersWithoutGroupDenied, "the authenticated role", () => Token(AmbiguousRoleResolution.AuthenticatedRole)),
        Spares(FindingRuleId.UsersWithoutGroupDenied, "rules that deny", () => Mapped(Rule("department", ClaimMatchType.Equals, "staff"))),
        Finds(FindingRuleId.GroupRoleUnused, "no mapping", () => Grouped(PoolCases.WithUserPool(Examined.Plain))),
        Finds(FindingRuleId.GroupRoleUnused, "rules for other roles", () => Grouped(Mapped(Rule("department", ClaimMatchType.Equals, "staff")))),
        Spares(FindingRuleId.GroupRoleUnused, "the role from the token", () => Grouped(Token(AmbiguousRoleResolution.Deny))),
        Spares(
            FindingRuleId.GroupRoleUnused,
            "a group without a role",
            () => Pools.Empty.WithUserPool(Pools.Client("web")).WithUserPoolGroups(Pools.UserPool, [Model.UserPoolGroupTests.Group("all")])
        ),
        Finds(FindingRuleId.FallbackStronger, "the default may write, the mapped one read", () => Fallback("dynamodb:*", "dynamodb:GetItem")),
        Spares(FindingRuleId.FallbackStronger, "the default may read, the mapped one write", () => Fallback("dynamodb:GetItem", "dynamodb:*")),
        Spares(FindingRuleId.FallbackStronger, "the same", () => Fallback("dynamodb:GetItem", "dynamodb:GetItem")),
        Spares(FindingRuleId.FallbackStronger, "no fallback", () => Fallback(AmbiguousRoleResolution.Deny, "dynamodb:*", "dynamodb:GetItem")),
        Finds(
            FindingRuleId.FallbackStronger,
            "the default may write, both mapped ones read",
            () => Fallback("dynamodb:*", "dynamodb:GetItem", "dynamodb:Query")
        ),
        Spares(
            FindingRuleId.FallbackStronger,
            "the default may write, of two mapped ones the second may too",
            () => Fallback("dynamodb:*", "dynamodb:GetItem", "dynamodb:*")
        ),
        Spares(
            FindingRuleId.FallbackStronger,
            "the default may write, of two mapped ones the first may too",
            () => Fallback("dynamodb:*", "dynamodb:*", "dynamodb:GetItem")
        ),
        Spares(
            FindingRuleId.FallbackStronger,
            "the mapped one has a managed policy that nobody looked into",
            () =>
                Fallback("dynamodb:*", "dynamodb:GetItem").WithRole("Reader", role => role.WithManagedPolicies(["arn:aws:iam::aws:policy/AdministratorAccess"]))
        ),
        Finds(FindingRuleId.WritableTag, "a tag of a custom attribute", () => Tagged("custom:tenant")),
        Finds(FindingRuleId.WritableTag, "a tag of an attribute", () => Tagged("nickname")),
        Spares(FindingRuleId.WritableTag, "a tag of the subject", () => Tagged("sub")),
        Spares(
            FindingRuleId.WritableTag,
            "the default tags",
            () => PoolCases.WithUserPool(Examined.Plain).WithPrincipalTags(PrincipalTagMapping.Defaults(Provider))
        ),
        Finds(FindingRuleId.TagSessionMissing, "tags and a trust without sts:TagSession", () => Tags(Examined.Users(Examined.Trusted()))),
        Spares(
            FindingRuleId.TagSessionMissing,
            "tags and a trust for them",
            () => Tags(Examined.Users(Examined.TrustOn($$"""{ "StringEquals": { "{{Examined.Principal}}:aud": { "Ref": "Pool" } } }""", action: "sts:*")))
        ),
        Spares(FindingRuleId.TagSessionMissing, "tags and a managed role", () => Tags(Examined.Plain)),
        Spares(FindingRuleId.TagSessionMissing, "a trust without tags", () => Examined.Users(Examined.Trusted())),
        Finds(FindingRuleId.TagSessionNeedless, "no tags and a trust for them", () => Examined.Users(TrustForTags())),
        Spares(FindingRuleId.TagSessionNeedless, "tags and a trust for them", () => Tags(Examined.Users(TrustForTags()))),
        Spares(FindingRuleId.TagSessionNeedless, "no tags and a trust for none", () => Examined.Users(Examined.Trusted())),
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

    private static IdentityPool Grouped(IdentityPool pool) =>
        pool.WithUserPoolGroups(pool.UserPools[0].UserPool, [Model.UserPoolGroupTests.Group("admins", Pools.Role("Boss"))]);

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
        PoolCases.WithUserPool(Examined.Plain).WithPrincipalTags(PrincipalTagMapping.Create(Provider, Pools.Map(("key", claim))));

    private static IdentityPool Tags(IdentityPool pool) =>
        PoolCases.WithUserPool(pool).WithPrincipalTags(PrincipalTagMapping.Create(Provider, Pools.Map(("key", "sub"))));
}
