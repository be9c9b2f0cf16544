using IdentityPools.Model;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>Whom the trust policy of a role lets in.</summary>
internal static class TrustRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // Any pool of any account can assume the role.
        OfRoles(
            FindingRuleId.TrustAdmitsOtherPools,
            FindingSeverity.Error,
            new("https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html"),
            (_, role) => role.Trust is { AdmitsOtherPools: true } ? [Found(role.Subject, role.Role)] : []
        ),
        // Guests can assume a role that is meant for users.
        OfRoles(
            FindingRuleId.TrustAdmitsGuests,
            FindingSeverity.Error,
            Guide("role-trust-and-permissions.html"),
            (_, role) =>
                role is { IsForUsers: true, IsForGuests: false, Trust: { } trust } && trust.Admits(isGuest: true) ? [Found(role.Subject, role.Role)] : []
        ),
        // Users can assume the unauthenticated role.
        OfRoles(
            FindingRuleId.TrustAdmitsUsers,
            FindingSeverity.Warning,
            Guide("role-trust-and-permissions.html"),
            (_, role) =>
                role is { IsForUsers: false, IsForGuests: true, Trust: { } trust } && trust.Admits(isGuest: false) ? [Found(role.Subject, role.Role)] : []
        ),
        // The pool gives a role that its identities cannot assume.
        OfRoles(FindingRuleId.TrustRefusesPool, FindingSeverity.Error, Guide("role-trust-and-permissions.html"), TrustRefusesPool),
        // A condition that a missing key fulfils.
        OfRoles(
            FindingRuleId.TrustConditionWeak,
            FindingSeverity.Warning,
            IamGuide("reference_policies_elements_condition_operators.html"),
            (_, role) =>
                role.Trust is null ? [] : role.Trust.WeakConditions.Select(condition => Found(role.Subject, role.Role, condition.Written, condition.Key))
        ),
        // Everyone can assume the role.
        OfRoles(
            FindingRuleId.TrustAdmitsAnyone,
            FindingSeverity.Error,
            IamGuide("reference_policies_elements_principal.html"),
            (_, role) => role.Trust is { AdmitsAnyone: true } ? [Found(role.Subject, role.Role)] : []
        ),
        // Several pools give one role.
        OfRoles(
            FindingRuleId.RoleSharedByPools,
            FindingSeverity.Information,
            Guide("role-trust-and-permissions.html"),
            (_, role) =>
                role.Trust is { Audiences.Count: > 1, AdmitsOtherPools: false } trust
                    ? [Found(role.Subject, role.Role, trust.Audiences.Count, string.Join(", ", trust.Audiences))]
                    : []
        ),
    ];

    private static IEnumerable<Sighting> TrustRefusesPool(FindingContext context, ExaminedRole role)
    {
        var isGuest = role is { IsForGuests: true, IsForUsers: false };
        if (role.Trust?.AdmitsPool(isGuest) != false)
        {
            return [];
        }

        var groups = context.GroupsOf(role);
        return
        [
            groups.Length == 0
                ? Found(role.Subject, role.Role, context.Pool, role.Trust.Obstacle(isGuest))
                : Found(role.Subject, role.Role, context.Pool, role.Trust.Obstacle(isGuest), groups) with
                {
                    Sentence = "Group",
                },
        ];
    }
}
