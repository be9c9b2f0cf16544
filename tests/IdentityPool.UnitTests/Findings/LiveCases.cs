using IdentityPools.Findings;
using IdentityPools.Model;
using static IdentityPools.UnitTests.Findings.FindingCase;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What is found only when AWS was asked about the surroundings of a pool.</summary>
internal static class LiveCases
{
    private static readonly UserPoolFacts Closed = new(AllowsSelfSignUp: false, new HashSet<string>());
    private static readonly UserPoolFacts Open = Closed with { AllowsSelfSignUp = true };

    public static IReadOnlyList<FindingCase> All { get; } =
    [
        Finds(FindingRuleId.RoleGone, "gone", Existing) with
        {
            Surroundings = new() { GoneRoles = new HashSet<string> { Examined.UserArn } },
        },
        Spares(FindingRuleId.RoleGone, "another one is gone", Existing) with
        {
            Surroundings = new() { GoneRoles = new HashSet<string> { Examined.GuestArn } },
        },
        Spares(FindingRuleId.RoleGone, "nobody looked", Existing),
        Finds(FindingRuleId.GroupRoleUnused, "a group of the account, and no token mapping", SignIn) with
        {
            Surroundings = Groups(),
        },
        Spares(FindingRuleId.GroupRoleUnused, "a group of the account, and a token mapping", ByToken) with
        {
            Surroundings = Groups(),
        },
        Spares(FindingRuleId.GroupRoleUnused, "a group of the account without a role", SignIn) with
        {
            Surroundings = new() { Groups = [UserPoolGroup.Define(new() { Name = "all" }).WithUserPool(Pools.UserPool)] },
        },
        Finds(FindingRuleId.AdministratorAccess, "the role of a group of the account", ByToken) with
        {
            Surroundings = Groups(Examined.May(Examined.Allow("*"))),
        },
        Spares(FindingRuleId.AdministratorAccess, "the role of a group that no mapping gives", SignIn) with
        {
            Surroundings = Groups(Examined.May(Examined.Allow("*"))),
        },
        Finds(FindingRuleId.TrustRefusesPool, "the role of a group trusts another pool", ByToken) with
        {
            Surroundings = Groups(Examined.Trusted("\"eu-west-1:99999999-2222-3333-4444-555555555555\"")),
        },
        Spares(FindingRuleId.TrustRefusesPool, "the role of a group trusts the pool", ByToken) with
        {
            Surroundings = Groups(Examined.Trusted()),
        },
        Finds(FindingRuleId.UserPoolElsewhere, "the user pool is not in the account", SignIn) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, null) },
        },
        Spares(FindingRuleId.UserPoolElsewhere, "there", SignIn) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed) },
        },
        Spares(FindingRuleId.UserPoolElsewhere, "nobody looked", SignIn),
        Finds(FindingRuleId.UserPoolGone, "the client is gone", SignIn) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed), Clients = Of<UserPoolClientFacts?>("client", null) },
        },
        Spares(FindingRuleId.UserPoolGone, "the user pool is not in the account, so that nobody knows its clients", SignIn) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, null), Clients = Of<UserPoolClientFacts?>("client", null) },
        },
        Spares(FindingRuleId.UserPoolGone, "there", SignIn) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed) },
        },
        Spares(FindingRuleId.UserPoolGone, "nobody looked", SignIn),
        Finds(FindingRuleId.SelfSignUp, "the user pool is open", Useful) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Open) },
        },
        Spares(FindingRuleId.SelfSignUp, "the user pool is closed", Useful) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed) },
        },
        Spares(FindingRuleId.SelfSignUp, "nobody looked", Useful),
        Finds(FindingRuleId.WritableClaim, "the client may write it", ByTier) with
        {
            Surroundings = Clients("custom:tier"),
        },
        Spares(FindingRuleId.WritableClaim, "the client may write another one", ByTier) with
        {
            Surroundings = Clients("email"),
        },
        Spares(FindingRuleId.WritableClaim, "a client without list writes no custom attribute", ByTier) with
        {
            Surroundings = new() { Clients = Of<UserPoolClientFacts?>("client", new(null)) },
        },
        Spares(FindingRuleId.WritableClaim, "the attribute never changes", ByTier) with
        {
            Surroundings = Fixed,
        },
        Finds(FindingRuleId.WritableTag, "the client may write it", TagByTier) with
        {
            Surroundings = new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed) },
        },
        Spares(FindingRuleId.WritableTag, "the attribute never changes", TagByTier) with
        {
            Surroundings = Fixed,
        },
        Finds(FindingRuleId.TrustAdmitsOtherPools, "the trust policy in IAM", Existing) with
        {
            Surroundings = Documents(Examined.TrustOn(null)),
        },
        Spares(FindingRuleId.TrustAdmitsOtherPools, "the trust policy in IAM of another role", Existing) with
        {
            Surroundings = new() { Roles = Of(Examined.GuestArn, Examined.TrustOn(null)) },
        },
        Finds(FindingRuleId.AdministratorAccess, "a policy in IAM", Existing) with
        {
            Surroundings = Documents(Examined.May(Examined.Allow("*"))),
        },
    ];

    private static PoolSurroundings Fixed =>
        new() { UserPools = Of<UserPoolFacts?>(Pools.UserPoolId, Closed with { FixedAttributes = new HashSet<string> { "custom:tier" } }) };

    private static PoolSurroundings Clients(params string[] attributes) =>
        new() { Clients = Of<UserPoolClientFacts?>("client", new(attributes.ToHashSet(StringComparer.Ordinal))) };

    private static PoolSurroundings Documents(RoleEvidence evidence) => new() { Roles = Of(Examined.UserArn, evidence) };

    private static Dictionary<string, T> Of<T>(string key, T value) => new() { [key] = value };

    private static IdentityPool Existing() => IdentityPool.Create(Examined.Settings with { AuthenticatedRole = Examined.UserArn });

    private static IdentityPool SignIn() => PoolCases.WithUserPool(Examined.Plain);

    private static IdentityPool Useful() =>
        SignIn().WithRole("Authenticated", role => role.WithStatements([Pools.Allow("dynamodb:GetItem", "arn:aws:dynamodb:eu-west-1:123456789012:table/t")]));

    private static IdentityPool ByTier() =>
        SignIn()
            .WithRoleMapping(
                RoleMapping.FromRules(
                    MappingCases.Provider,
                    [RoleMappingRule.Create("custom:tier", ClaimMatchType.Equals, "gold", Examined.GuestArn)],
                    AmbiguousRoleResolution.Deny
                )
            );

    private static IdentityPool TagByTier() =>
        SignIn().WithPrincipalTags(PrincipalTagMapping.Create(MappingCases.Provider, Pools.Map(("tier", "custom:tier"))));

    private static IdentityPool ByToken() => SignIn().WithRoleMapping(RoleMapping.FromToken(MappingCases.Provider, AmbiguousRoleResolution.Deny));

    /// <summary>A group of the account with a role.</summary>
    private static PoolSurroundings Groups(RoleEvidence? role = null) =>
        new()
        {
            Groups =
            [
                UserPoolGroup
                    .Define(new() { Name = "admins", Role = IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/Admins") })
                    .WithUserPool(Pools.UserPool),
            ],
            Roles = role is null ? new Dictionary<string, RoleEvidence>() : Of("arn:aws:iam::123456789012:role/Admins", role),
        };
}
