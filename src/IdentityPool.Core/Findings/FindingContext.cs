using IdentityPools.Policies;

namespace IdentityPools.Findings;

/// <summary>A pool under examination, with what is known of its roles.</summary>
internal sealed class FindingContext
{
    public FindingContext(IdentityPool pool)
    {
        Pool = pool;
        Roles = [.. pool.Roles.Select(role => RoleDocuments.Of(pool, role))];
    }

    public IdentityPool Pool { get; }

    /// <summary>Every role that the pool may give, with its documents.</summary>
    public IReadOnlyList<RoleDocuments> Roles { get; }
}
