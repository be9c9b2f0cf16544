using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Simulation;

namespace IdentityPools.Findings;

/// <summary>A pool under examination, with what is known of its roles and of what it points to.</summary>
internal sealed class FindingContext
{
    public FindingContext(IdentityPool pool, PoolSurroundings? surroundings = null)
    {
        Surroundings = surroundings ?? PoolSurroundings.Unknown;
        Pool = Surroundings.WithRoleDocuments(pool);
        Simulated = new(Pool);
        Attached = [.. Pool.Roles.DistinctBy(role => role.ToString()).Select(role => new ExaminedRole(Pool, role))];
        Unattached = [.. Pool.TrustingRoles.Select(role => new ExaminedRole(Pool, role, isAttached: false))];
        Roles = [.. Attached, .. Unattached];
    }

    public IdentityPool Pool { get; }

    public SimulatedPool Simulated { get; }

    public PoolSurroundings Surroundings { get; }

    /// <summary>Every role that the pool may give.</summary>
    public IReadOnlyList<ExaminedRole> Roles { get; }

    /// <summary>The roles of the pool.</summary>
    public IReadOnlyList<ExaminedRole> Attached { get; }

    /// <summary>Roles that trust the pool without being one of its roles.</summary>
    public IReadOnlyList<ExaminedRole> Unattached { get; }

    public ExaminedRole? Find(IdentityPoolRole? role) => role is null ? null : Attached.FirstOrDefault(known => known.Role.IsSameRole(role));

    /// <summary>The groups by whose tokens alone a role is given; empty for one that the pool gives otherwise.</summary>
    public string GroupsOf(ExaminedRole role) =>
        Pool.AuthenticatedRole?.IsSameRole(role.Role) == true
        || Pool.RoleMappings.Any(mapping => mapping.Rules.Any(rule => rule.MappedRole.IsSameRole(role.Role)))
            ? ""
            : string.Join(", ", Pool.UserPoolGroups.Where(group => group.Role?.IsSameRole(role.Role) == true).Select(group => PartName.Get(group)));

    /// <summary>The roles that users of a provider may get.</summary>
    public IEnumerable<ExaminedRole> RolesOf(ProviderReference provider)
    {
        var mappings = Pool.RoleMappings.Where(mapping => mapping.Provider.WithoutClient == provider.WithoutClient).ToList();
        var mapped = Pool.Roles.Where(role => mappings.Exists(mapping => Pool.MayGive(mapping, role)));
        var isDefault = mappings.Count == 0 || mappings.Exists(mapping => mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.AuthenticatedRole);
        return mapped.Append(isDefault ? Pool.AuthenticatedRole : null).Select(Find).OfType<ExaminedRole>().Distinct();
    }
}

/// <summary>A role under examination.</summary>
internal sealed class ExaminedRole
{
    public ExaminedRole(IdentityPool pool, IdentityPoolRole role, bool isAttached = true)
    {
        Role = role;
        Documents = RoleDocuments.From(pool, role);
        Grants = RoleGrants.Read(Documents);
        Trust = Documents.Trust is { } trust ? new(pool, trust) : null;
        if (!isAttached)
        {
            var mayBeGiven = MayBeGiven(pool);
            IsForGuests = mayBeGiven && role.For == RoleAudience.Unauthenticated;
            IsForUsers = mayBeGiven && role.For == RoleAudience.Authenticated;
            return;
        }

        IsForGuests = pool.UnauthenticatedRole?.IsSameRole(role) == true;
        IsForUsers =
            pool.AuthenticatedRole?.IsSameRole(role) == true
            || pool.RoleMappings.SelectMany(mapping => mapping.Rules).Any(rule => rule.MappedRole.IsSameRole(role))
            || pool.UserPoolGroups.Any(group => group.Role?.IsSameRole(role) == true);
    }

    public IdentityPoolRole Role { get; }

    public RoleDocuments Documents { get; }

    /// <summary>What the role may do, as far as it is known.</summary>
    public IReadOnlyList<Grant> Grants { get; }

    /// <summary>The trust policy; null when it is not known.</summary>
    public TrustAnalysis? Trust { get; }

    /// <summary>Whether it is the unauthenticated role.</summary>
    public bool IsForGuests { get; }

    /// <summary>Whether users who signed in get it, by default, by a mapping or as members of a group.</summary>
    public bool IsForUsers { get; }

    /// <summary>Whether more than the ARN is known.</summary>
    public bool IsKnown => Role.IsManaged || Documents.Trust is not null || Documents.Policies.Count > 0;

    /// <summary>Whether any permission is known of it.</summary>
    public bool MayDoAnything => MayDo(_ => true);

    /// <summary>Whether it has such a grant, or permissions that were not read one by one and may hold it.</summary>
    public bool MayDo(Func<Grant, bool> such) =>
        Grants.Any(such) || Documents.ManagedPolicyArns.Any() || Statements.Any(item => item.Statement is { Allows: true, NotActions: not null });

    public FindingSubject Subject => FindingSubject.From(Role);

    /// <summary>
    /// Whether identities of a pool may get a role that trusts it without being one of its roles: by the classic flow, by a token that names it, or because it is not
    /// known which roles the pool has.
    /// </summary>
    private static bool MayBeGiven(IdentityPool pool) =>
        pool.MayHaveClassicFlow
        || pool.IsUnknown(UnknownPartKind.AuthenticatedRole)
        || pool.IsUnknown(UnknownPartKind.UnauthenticatedRole)
        || pool.IsUnknown(UnknownPartKind.RoleMappings)
        || pool.RoleMappings.Any(mapping => mapping.Type == RoleMappingType.Token);

    /// <summary>Every statement with the policy in which it stands.</summary>
    public IEnumerable<(string Policy, ParsedStatement Statement)> Statements =>
        Documents.Policies.SelectMany(policy => policy.Policy.Statements.Select(statement => (policy.Name, statement)));
}
