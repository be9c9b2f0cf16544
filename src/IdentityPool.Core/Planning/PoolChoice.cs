using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>Which of the pools that bear a name a definition means.</summary>
internal static class PoolChoice
{
    /// <summary>The pool, or null when there is none and one is to be created.</summary>
    /// <exception cref="DefinitionException">Several could be meant, or the only one was not made here and is not to be adopted.</exception>
    public static PoolState? Choose(IdentityPool definition, string name, IReadOnlyList<PoolState> candidates, bool adopt)
    {
        var managed = candidates.Where(pool => Bookkeeping.IsManaged(pool.Tags)).ToList();
        var eligible = managed.Count > 0 ? managed : candidates;
        return eligible.Count switch
        {
            0 => null,
            1 when managed.Count == 0 && !adopt && Bookkeeping.StackOf(eligible[0].Tags) is { } stack => throw DefinitionErrors.Create(
                nameof(Messages.PoolOfStack),
                definition,
                name,
                eligible[0].Id,
                stack
            ),
            1 when managed.Count == 0 && !adopt => throw DefinitionErrors.Create(nameof(Messages.PoolNotManaged), definition, name, eligible[0].Id),
            1 => eligible[0],
            _ => throw DefinitionErrors.Create(nameof(Messages.PoolNameAmbiguous), definition, name, Ids(eligible)),
        };
    }

    private static string Ids(IEnumerable<PoolState> pools) => string.Join(", ", pools.Select(pool => pool.Id));
}
