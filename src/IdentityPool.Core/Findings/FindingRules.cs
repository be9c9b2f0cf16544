using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Findings;

/// <summary>Every rule, in the order in which findings are told.</summary>
internal static class FindingRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        new GuestAccess(),
        new GuestWithoutRole(),
        new GuestRoleUnused(),
        new ClassicFlow(),
        new ClassicFlowWithMappings(),
        new NoAuthenticatedRole(),
        new SameRoleForGuests(),
        new ServerSideTokenCheckOff(),
        new ProviderSecretReadable(),
        new DeprecatedProvider(),
        new SelfSignUp(),
        new MappedProviderMissing(),
        new UnreachableRule(),
        new ContainsOnGroups(),
        new NotEqualGate(),
        new WritableClaim(),
        new TokenMappingWithoutRoles(),
        new UsersWithoutGroupDenied(),
        new FallbackStronger(),
        new WritableTag(),
        new TagSessionMissing(),
        new TagSessionNeedless(),
        new TrustAdmitsOtherPools(),
        new TrustAdmitsGuests(),
        new TrustAdmitsUsers(),
        new TrustRefusesPool(),
        new TrustConditionWeak(),
        new TrustAdmitsAnyone(),
        new RoleSharedByPools(),
        new PolicyUnreadable(),
        new NotExamined(),
        new PolicyVersionOld(),
        new AdministratorAccess(),
        new GuestFullAccessPolicy(),
        new FullAccessPolicy(),
        new GuestWildcardAction(),
        new WildcardAction(),
        new NotActionAllowed(),
        new NotResourceAllowed(),
        new WildcardResource(),
        new CognitoAdministration(),
        new PrivilegeEscalation(),
        new PassRole(),
        new RoleChaining(),
        new SecretAccess(),
        new SharedWriteAccess(),
        new SharedReadAccess(),
        new AnyClientId(),
        new InertGuestPermission(),
        new SessionDurationPointless(),
        new RoleGone(),
        new UserPoolGone(),
    ];

    private static readonly Dictionary<string, FindingRule> ById = All.ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static IEnumerable<string> Ids => All.Select(rule => rule.Id);

    /// <exception cref="DefinitionException">There is no such rule.</exception>
    public static FindingRule Find(string id) => ById[FindingRuleId.Find(id)];
}
