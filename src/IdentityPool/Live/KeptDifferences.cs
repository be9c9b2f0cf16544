using System.Globalization;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>How many differences stay, told once for all pools.</summary>
internal sealed class KeptDifferences
{
    private readonly List<(string Pool, int Count)> pools = [];

    /// <summary>Counts the differences of a pool that stay.</summary>
    public void Add(string pool, int count)
    {
        if (count > 0)
        {
            pools.Add((pool, count));
        }
    }

    /// <summary>The sentence, or null when nothing stays.</summary>
    /// <param name="message">The name of the sentence.</param>
    public string? ToSentence(string message) =>
        pools.Count == 0
            ? null
            : MessageText.Format(
                message,
                pools.Sum(pool => pool.Count),
                string.Join(", ", pools.Select(pool => string.Create(CultureInfo.InvariantCulture, $"{pool.Pool}: {pool.Count}")))
            );
}
