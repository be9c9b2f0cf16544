using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>Who fails every rule gets more.</summary>
internal sealed class FallbackStronger : MappingRule
{
    public override FindingSeverity Severity => FindingSeverity.Warning;

    public override Uri HelpUri => Guide("role-based-access-control.html");

    protected override IEnumerable<IdentityPoolFinding> Check(FindingContext context, RoleMapping mapping)
    {
        if (mapping.AmbiguousRoleResolution != AmbiguousRoleResolution.AuthenticatedRole || context.Of(context.Pool.AuthenticatedRole) is not { } fallback)
        {
            return [];
        }

        var mapped = mapping.Rules.Select(rule => context.Of(rule.MappedRole)).OfType<ExaminedRole>().DistinctBy(role => role.Role).ToList();
        return mapped.Count > 0 && mapped.TrueForAll(role => role.IsKnown && role.Role != fallback.Role && IsMore(fallback, role))
            ? [Found(context, FindingSubject.Of(mapping), mapping.Provider, fallback.Role, string.Join(", ", mapped.Select(role => PartName.Of(role.Role))))]
            : [];
    }

    /// <summary>Whether one role may do all that the other one may, and more.</summary>
    private static bool IsMore(ExaminedRole stronger, ExaminedRole weaker) =>
        IsFullyKnown(weaker)
        && weaker.Grants.All(grant => stronger.Grants.Any(other => Covers(other, grant)))
        && stronger.Grants.Any(grant => !weaker.Grants.Any(other => Covers(other, grant)));

    /// <summary>Whether what the role may do is in its grants and nowhere else.</summary>
    private static bool IsFullyKnown(ExaminedRole role) =>
        !role.Documents.ManagedPolicyArns.Any()
        && role.Documents.Unreadable.Count == 0
        && !role.Statements.Any(item => item.Statement is { Allows: true, NotActions: not null });

    private static bool Covers(Grant grant, Grant other) =>
        RoleGrants.Covers(grant.Action, other.Action, ignoreCase: true)
        && (
            grant.IsOnEverything
            || (
                other.Resources.Count > 0
                && other.Resources.All(resource => grant.Resources.Any(pattern => RoleGrants.Covers(pattern, resource, ignoreCase: false)))
            )
        )
        && (grant.Statement.Conditions.Count == 0 || grant.Statement.Conditions.SequenceEqual(other.Statement.Conditions));
}
