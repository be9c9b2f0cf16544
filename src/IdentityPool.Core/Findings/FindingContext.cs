using IdentityPools.Model;
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
        Roles = [.. Pool.Roles.DistinctBy(role => role.ToString()).Select(role => new ExaminedRole(Pool, role))];
    }

    public IdentityPool Pool { get; }

    public SimulatedPool Simulated { get; }

    public PoolSurroundings Surroundings { get; }

    /// <summary>Every role that the pool may give.</summary>
    public IReadOnlyList<ExaminedRole> Roles { get; }

    public ExaminedRole? Of(IdentityPoolRole? role) => role is null ? null : Roles.FirstOrDefault(known => known.Role.IsSameRole(role));

    /// <summary>The roles that users of a provider may get.</summary>
    public IEnumerable<ExaminedRole> RolesOf(ProviderReference provider)
    {
        var mappings = Pool.RoleMappings.Where(mapping => mapping.Provider.WithoutClient == provider.WithoutClient).ToList();
        var mapped = mappings.SelectMany(mapping => mapping.Rules).Select(rule => rule.MappedRole);
        var isDefault = mappings.Count == 0 || mappings.Exists(mapping => mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.AuthenticatedRole);
        return mapped.Append(isDefault ? Pool.AuthenticatedRole : null).Select(Of).OfType<ExaminedRole>().Distinct();
    }
}
