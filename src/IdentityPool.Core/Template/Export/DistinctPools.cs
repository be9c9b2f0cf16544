using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// The pools of one template, each with a logical id of its own. Names are not unique in AWS, and the logical id of a pool that was read comes from its name.
/// </summary>
/// <remarks>
/// Where pools share a logical id, each that exists gets its own id behind it. None of them keeps the plain one: which one that is would depend on their order,
/// and a stack would then turn one pool into another. A logical id that someone chose stays, as does that of a definition.
/// </remarks>
internal sealed record DistinctPools(IReadOnlyList<IdentityPool> Pools, IReadOnlyList<(IdentityPool Pool, string LogicalId)> Renamed)
{
    /// <summary>The pools in their order; one that exists and was given twice is there once.</summary>
    /// <exception cref="DefinitionException">Two definitions share a logical id, or one pool that exists was given as two different definitions.</exception>
    public static DistinctPools Create(IEnumerable<IdentityPool> pools)
    {
        var once = Once(pools);
        var taken = once.Select(pool => pool.LogicalId).ToHashSet(StringComparer.Ordinal);
        var renamed = once.GroupBy(pool => pool.LogicalId, StringComparer.Ordinal)
            .Where(group => group.Skip(1).Any())
            .SelectMany(group => Renamings(group.ToList(), taken))
            .ToDictionary(renaming => renaming.Pool.Id!, renaming => renaming, StringComparer.Ordinal);
        return new(
            once.ConvertAll(pool => pool.Id is { } id && renamed.TryGetValue(id, out var renaming) ? pool.WithLogicalId(renaming.LogicalId) : pool),
            renamed.Values.ToList()
        );
    }

    /// <summary>The pools in their order; one that exists and was given twice is there once.</summary>
    /// <exception cref="DefinitionException">One pool that exists was given as two different definitions.</exception>
    public static List<IdentityPool> Once(IEnumerable<IdentityPool> pools)
    {
        var known = new Dictionary<string, IdentityPool>(StringComparer.Ordinal);
        var result = new List<IdentityPool>();
        foreach (var pool in pools)
        {
            if (pool.Id is null || known.TryAdd(pool.Id, pool))
            {
                result.Add(pool);
            }
            else if (!known[pool.Id].Equals(pool))
            {
                throw DefinitionErrors.Create(nameof(Messages.DuplicateIdentityPool), pool, pool, pool.Id);
            }
        }

        return result;
    }

    private static IEnumerable<(IdentityPool Pool, string LogicalId)> Renamings(List<IdentityPool> group, HashSet<string> taken)
    {
        var definitions = group.FindAll(pool => pool.Id is null);
        if (definitions.Count > 1)
        {
            throw DefinitionErrors.CreateWithSentence(
                nameof(Messages.DuplicateLogicalId),
                nameof(Messages.DuplicateLogicalIdOfPools),
                definitions[1],
                definitions[0].LogicalId,
                definitions[0],
                definitions[1]
            );
        }

        var chosen = group.FindAll(pool => pool.LogicalId != IdentityPool.DefaultLogicalId(pool.TypedName));
        var keeper =
            definitions.Count == 1 ? definitions[0]
            : chosen.Count == 1 ? chosen[0]
            : null;
        var others = group.Where(pool => pool != keeper).ToList();
        return others.Zip(PoolIdText.Shorten(others, text => taken.Contains(group[0].LogicalId + text)), (pool, text) => (pool, pool.LogicalId + text));
    }
}
