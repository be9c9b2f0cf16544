using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Grants of everything in a service.</summary>
internal static class WildcardActions
{
    /// <summary>Services whose administration is a finding of its own.</summary>
    private static readonly string[] Others = ["iam", "sts", "cognito-identity", "cognito-idp"];

    public static IEnumerable<Grant> Of(ExaminedRole role) =>
        role
            .Grants.Where(grant => IsWildcard(grant) && !grant.IsPerIdentity && !Others.Contains(grant.Service))
            .DistinctBy(grant => (grant.Policy, grant.Action));

    /// <summary>Everything in a service, or everything on some resources; everything on all of them is administration.</summary>
    private static bool IsWildcard(Grant grant) =>
        grant.Action == "*" ? !(grant.IsOnEverything && grant.Statement.Conditions.Count == 0) : grant.IsOfWholeService;
}
