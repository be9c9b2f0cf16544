using System.Globalization;

namespace IdentityPools.Findings;

/// <summary>The pools of one log, told apart where they share a logical id: else two findings would be one to whoever reads the log.</summary>
internal sealed class SarifPools
{
    private readonly Dictionary<IdentityPool, string?> marks = new(ReferenceEqualityComparer.Instance);

    public SarifPools(IEnumerable<IdentityPool> pools)
    {
        foreach (var group in pools.Distinct(ReferenceEqualityComparer.Instance).Cast<IdentityPool>().GroupBy(pool => pool.LogicalId, StringComparer.Ordinal))
        {
            // One that exists is known by its id, a definition by what it says and by its place among those of one logical id.
            var different = group.GroupBy(pool => (object?)pool.Id ?? pool).ToList();
            for (var place = 0; place < different.Count; place++)
            {
                foreach (var pool in different[place])
                {
                    marks.Add(pool, different.Count == 1 ? null : pool.Id ?? (place + 1).ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }

    /// <summary>What stays the same from run to run.</summary>
    public string KeyOf(IdentityPool pool) => marks[pool] is { } mark ? $"{pool.LogicalId}\n{mark}" : pool.LogicalId;

    /// <summary>What people read.</summary>
    public string NameOf(IdentityPool pool) => marks[pool] is { } mark ? $"{pool} ({mark})" : pool.ToString();
}
