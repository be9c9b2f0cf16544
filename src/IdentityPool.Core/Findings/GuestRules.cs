using IdentityPools.Model;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>Guests: whether there are any, which role they get, and what it gives them.</summary>
internal static class GuestRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // Guests get credentials.
        FindingRule.Create(
            FindingRuleId.GuestAccess,
            FindingSeverity.Warning,
            Guide("identity-pools-security-best-practices.html"),
            context =>
                context.Pool.IsUnknown(UnknownPartKind.Guests) ? [FoundPerhaps(FindingSubject.From(context.Pool), context.Pool)]
                : context.Pool.AllowUnauthenticatedIdentities ? [Found(FindingSubject.From(context.Pool), context.Pool)]
                : []
        ),
        // Guests are allowed and there is no role for them.
        FindingRule.Create(
            FindingRuleId.GuestWithoutRole,
            FindingSeverity.Error,
            Guide("role-trust-and-permissions.html"),
            context =>
                context.Pool is { AllowUnauthenticatedIdentities: true, UnauthenticatedRole: null }
                && !context.Pool.IsUnknown(UnknownPartKind.Guests)
                && !context.Pool.IsUnknown(UnknownPartKind.UnauthenticatedRole)
                    ? [Found(FindingSubject.From(context.Pool), context.Pool)]
                    : []
        ),
        // A guest role with permissions, and no guests.
        FindingRule.Create(
            FindingRuleId.GuestRoleUnused,
            FindingSeverity.Information,
            Guide("role-trust-and-permissions.html"),
            context =>
                context.Pool.MayHaveGuests
                    ? []
                    : context
                        .Attached.Where(role => role is { IsForGuests: true, IsForUsers: false, MayDoAnything: true })
                        .Select(role => Found(role.Subject, role.Role, context.Pool))
        ),
        // Guests and users share a role.
        FindingRule.Create(
            FindingRuleId.SameRoleForGuests,
            FindingSeverity.Error,
            Guide("role-trust-and-permissions.html"),
            context => context.Roles.Where(role => role is { IsForGuests: true, IsForUsers: true }).Select(role => Found(role.Subject, role.Role))
        ),
        // Guests have all of a service by a managed policy.
        OfPermissions(
            FindingRuleId.GuestFullAccessPolicy,
            FindingSeverity.Error,
            Guide("identity-pools-security-best-practices.html"),
            (_, role) =>
                role is { IsForGuests: true }
                    ? role.Documents.ManagedPolicyArns.Where(BroadPolicies.IsFullAccess).Select(arn => Found(role.Subject, role.Role, arn))
                    : []
        ),
        // Guests may do everything in a service.
        OfPermissions(
            FindingRuleId.GuestWildcardAction,
            FindingSeverity.Error,
            Guide("identity-pools-security-best-practices.html"),
            (_, role) =>
                role is { IsForGuests: true } ? WildcardActions.Find(role).Select(grant => Found(role.Subject, role.Role, grant.Action, grant.Policy)) : []
        ),
        // Anyone reads the accounts of the users.
        OfPermissions(
            FindingRuleId.GuestReadsUsers,
            FindingSeverity.Error,
            Guide("identity-pools-security-best-practices.html"),
            (_, role) =>
                role is { IsForGuests: true }
                    ? Escalation.OfSome(role, Escalation.Users).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
                    : []
        ),
        // Anyone spends the account's money.
        OfPermissions(
            FindingRuleId.GuestSpending,
            FindingSeverity.Warning,
            Guide("identity-pools-security-best-practices.html"),
            (context, role) =>
                role is { IsForGuests: true }
                    ? Spending.Of(context.Pool, role).Select(item => Found(role.Subject, role.Role, item.For, item.Actions, item.Policy))
                    : []
        ),
        // Permissions that guests never have.
        OfPermissions(
            FindingRuleId.InertGuestPermission,
            FindingSeverity.Information,
            Guide("iam-roles.html"),
            (context, role) =>
                role is { IsForGuests: true } && !context.Pool.MayHaveClassicFlow
                    ? GuestSessionPolicies.Inert(role).Select(item => Found(role.Subject, role.Role, item.Actions, item.Policy))
                    : []
        ),
    ];
}
