using IdentityPools.Model;
using static IdentityPools.Findings.FindingRule;

namespace IdentityPools.Findings;

/// <summary>What a pool points to and AWS does not have any more.</summary>
internal static class GoneRules
{
    public static readonly IReadOnlyList<FindingRule> All =
    [
        // A role of the pool does not exist.
        OfRoles(
            FindingRuleId.RoleGone,
            FindingSeverity.Error,
            Guide("role-trust-and-permissions.html"),
            (context, role) => context.Surroundings.IsGone(role.Role) ? [Found(role.Subject, role.Role, context.Pool)] : []
        ),
        // A client of the pool does not exist.
        FindingRule.Create(
            FindingRuleId.UserPoolGone,
            FindingSeverity.Error,
            Guide("identity-pools-security-best-practices.html"),
            context =>
                context
                    .Pool.UserPools.Where(provider => context.Surroundings.IsGone(provider))
                    .Select(provider => Found(FindingSubject.From(new UserPoolReference(provider.UserPool, provider.UserPoolClient)), provider, context.Pool))
        ),
        // A user pool of the pool is not in the account: deleted, or of another account, which is documented and works.
        FindingRule.Create(
            FindingRuleId.UserPoolElsewhere,
            FindingSeverity.Information,
            Guide("amazon-cognito-integrating-user-pools-with-identity-pools.html"),
            context =>
                context
                    .Pool.UserPools.Where(provider => context.Surroundings.IsElsewhere(provider.UserPool))
                    .Select(provider => Found(FindingSubject.From(new UserPoolReference(provider.UserPool, provider.UserPoolClient)), provider, context.Pool))
        ),
    ];
}
