using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>A role under examination.</summary>
internal sealed class ExaminedRole
{
    public ExaminedRole(IdentityPool pool, IdentityPoolRole role)
    {
        Role = role;
        Documents = RoleDocuments.Of(pool, role);
        Grants = RoleGrants.Of(Documents);
        Trust = Documents.Trust is { } trust ? new(pool, trust) : null;
        IsForGuests = pool.UnauthenticatedRole?.IsSameRole(role) == true;
        IsForUsers =
            pool.AuthenticatedRole?.IsSameRole(role) == true
            || pool.RoleMappings.SelectMany(mapping => mapping.Rules).Any(rule => rule.MappedRole.IsSameRole(role));
    }

    public IdentityPoolRole Role { get; }

    public RoleDocuments Documents { get; }

    /// <summary>What the role may do, as far as it is known.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The trust policy; null when it is not known.</summary>
    public TrustAnalysis? Trust { get; }

    /// <summary>Whether it is the role of guests.</summary>
    public bool IsForGuests { get; }

    /// <summary>Whether users who signed in get it, by default or by a mapping.</summary>
    public bool IsForUsers { get; }

    /// <summary>Whether more than the ARN is known.</summary>
    public bool IsKnown => Role.IsManaged || Documents.Trust is not null || Documents.Policies.Count > 0;

    /// <summary>Whether any permission is known of it.</summary>
    public bool MayDoAnything => MayDo(_ => true);

    /// <summary>Whether it has such a grant, or permissions that were not read one by one and may hold it.</summary>
    public bool MayDo(Func<Grant, bool> such) =>
        Grants.Any(such) || Documents.ManagedPolicyArns.Any() || Statements.Any(item => item.Statement is { Allows: true, NotActions: not null });

    public FindingSubject Subject => FindingSubject.Of(Role);

    /// <summary>Every statement with the policy in which it stands.</summary>
    public IEnumerable<(string Policy, ParsedStatement Statement)> Statements =>
        Documents.Policies.SelectMany(policy => policy.Policy.Statements.Select(statement => (policy.Name, statement)));
}
