using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>
/// The published ids of the rules that look for risk, in the order in which findings are told. Definitions, templates and scripts name them to accept
/// findings, so that an id never changes, whatever becomes of its rule.
/// </summary>
internal static class FindingRuleId
{
    public const string GuestAccess = "GuestAccess";
    public const string GuestWithoutRole = "GuestWithoutRole";
    public const string GuestRoleUnused = "GuestRoleUnused";
    public const string ClassicFlow = "ClassicFlow";
    public const string RoleNotAttached = "RoleNotAttached";
    public const string ClassicFlowWithMappings = "ClassicFlowWithMappings";
    public const string NoAuthenticatedRole = "NoAuthenticatedRole";
    public const string SameRoleForGuests = "SameRoleForGuests";
    public const string ServerSideTokenCheckOff = "ServerSideTokenCheckOff";
    public const string ProviderSecretReadable = "ProviderSecretReadable";
    public const string DeprecatedProvider = "DeprecatedProvider";
    public const string SelfSignUp = "SelfSignUp";
    public const string ProviderAdmitsAnyone = "ProviderAdmitsAnyone";
    public const string SocialLoginAdmitsAnyone = "SocialLoginAdmitsAnyone";
    public const string MappedProviderMissing = "MappedProviderMissing";
    public const string UnreachableRule = "UnreachableRule";
    public const string ContainsOnGroups = "ContainsOnGroups";
    public const string NotEqualGate = "NotEqualGate";
    public const string WritableClaim = "WritableClaim";
    public const string TokenMappingWithoutRoles = "TokenMappingWithoutRoles";
    public const string UsersWithoutGroupDenied = "UsersWithoutGroupDenied";
    public const string GroupRoleUnused = "GroupRoleUnused";
    public const string FallbackStronger = "FallbackStronger";
    public const string WritableTag = "WritableTag";
    public const string TagSessionMissing = "TagSessionMissing";
    public const string TagSessionNeedless = "TagSessionNeedless";
    public const string TrustAdmitsOtherPools = "TrustAdmitsOtherPools";
    public const string TrustAdmitsGuests = "TrustAdmitsGuests";
    public const string TrustAdmitsUsers = "TrustAdmitsUsers";
    public const string TrustRefusesPool = "TrustRefusesPool";
    public const string TrustConditionWeak = "TrustConditionWeak";
    public const string TrustAdmitsAnyone = "TrustAdmitsAnyone";
    public const string RoleSharedByPools = "RoleSharedByPools";
    public const string PolicyUnreadable = "PolicyUnreadable";
    public const string NotExamined = "NotExamined";
    public const string PartNotExamined = "PartNotExamined";
    public const string PolicyVersionOld = "PolicyVersionOld";
    public const string AdministratorAccess = "AdministratorAccess";
    public const string GuestFullAccessPolicy = "GuestFullAccessPolicy";
    public const string FullAccessPolicy = "FullAccessPolicy";
    public const string GuestWildcardAction = "GuestWildcardAction";
    public const string GuestReadsUsers = "GuestReadsUsers";
    public const string GuestSpending = "GuestSpending";
    public const string WildcardAction = "WildcardAction";
    public const string NotActionAllowed = "NotActionAllowed";
    public const string NotResourceAllowed = "NotResourceAllowed";
    public const string WildcardResource = "WildcardResource";
    public const string CognitoAdministration = "CognitoAdministration";
    public const string PrivilegeEscalation = "PrivilegeEscalation";
    public const string PassRole = "PassRole";
    public const string UserDirectoryAccess = "UserDirectoryAccess";
    public const string IoTPolicyChange = "IoTPolicyChange";
    public const string RoleChaining = "RoleChaining";
    public const string SecretAccess = "SecretAccess";
    public const string SharedWriteAccess = "SharedWriteAccess";
    public const string SharedReadAccess = "SharedReadAccess";
    public const string WildcardIdentityPath = "WildcardIdentityPath";
    public const string AnyClientId = "AnyClientId";
    public const string InertGuestPermission = "InertGuestPermission";
    public const string ConsoleDefaultPolicy = "ConsoleDefaultPolicy";
    public const string SessionDurationPointless = "SessionDurationPointless";
    public const string RoleGone = "RoleGone";
    public const string UserPoolGone = "UserPoolGone";
    public const string UserPoolElsewhere = "UserPoolElsewhere";

    public static readonly IReadOnlyList<string> All =
    [
        GuestAccess,
        GuestWithoutRole,
        GuestRoleUnused,
        ClassicFlow,
        RoleNotAttached,
        ClassicFlowWithMappings,
        NoAuthenticatedRole,
        SameRoleForGuests,
        ServerSideTokenCheckOff,
        ProviderSecretReadable,
        DeprecatedProvider,
        SelfSignUp,
        ProviderAdmitsAnyone,
        SocialLoginAdmitsAnyone,
        MappedProviderMissing,
        UnreachableRule,
        ContainsOnGroups,
        NotEqualGate,
        WritableClaim,
        TokenMappingWithoutRoles,
        UsersWithoutGroupDenied,
        GroupRoleUnused,
        FallbackStronger,
        WritableTag,
        TagSessionMissing,
        TagSessionNeedless,
        TrustAdmitsOtherPools,
        TrustAdmitsGuests,
        TrustAdmitsUsers,
        TrustRefusesPool,
        TrustConditionWeak,
        TrustAdmitsAnyone,
        RoleSharedByPools,
        PolicyUnreadable,
        NotExamined,
        PartNotExamined,
        PolicyVersionOld,
        AdministratorAccess,
        GuestFullAccessPolicy,
        FullAccessPolicy,
        GuestWildcardAction,
        GuestReadsUsers,
        GuestSpending,
        WildcardAction,
        NotActionAllowed,
        NotResourceAllowed,
        WildcardResource,
        CognitoAdministration,
        PrivilegeEscalation,
        PassRole,
        UserDirectoryAccess,
        IoTPolicyChange,
        RoleChaining,
        SecretAccess,
        SharedWriteAccess,
        SharedReadAccess,
        WildcardIdentityPath,
        AnyClientId,
        InertGuestPermission,
        ConsoleDefaultPolicy,
        SessionDurationPointless,
        RoleGone,
        UserPoolGone,
        UserPoolElsewhere,
    ];

    /// <summary>The id as it is written, whatever the case.</summary>
    /// <exception cref="DefinitionException">There is no such rule.</exception>
    public static string Find(string id) =>
        All.FirstOrDefault(known => string.Equals(known, id, StringComparison.OrdinalIgnoreCase))
        ?? throw DefinitionErrors.Create(
            nameof(Messages.UnknownRule),
            id,
            id,
            string.Join(", ", All.Order(StringComparer.Ordinal)),
            NearMiss.Question(NearMiss.Find(id, All))
        );
}
