using IdentityPools.Model;

namespace IdentityPools.Template;

/// <summary>The part of a pool's id by which people tell it from others, in letters and digits.</summary>
internal static class PoolIdText
{
    private const int ShortLength = 8;

    /// <summary>One text for each pool that exists, all different: the beginning of the GUID, or where that does not do, the whole id.</summary>
    /// <param name="pools">The pools; each has an id of its own.</param>
    /// <param name="isTaken">Whether a text cannot be used.</param>
    public static List<string> Of(IReadOnlyCollection<IdentityPool> pools, Func<string, bool> isTaken)
    {
        var texts = pools.Select(pool => Short(pool.Id!)).ToList();
        return texts.Distinct(StringComparer.Ordinal).Count() == texts.Count && !texts.Exists(text => isTaken(text))
            ? texts
            : pools.Select(pool => LettersAndDigits(pool.Id!)).ToList();
    }

    private static string Short(string id)
    {
        var guid = LettersAndDigits(id[IdentityPoolId.RegionOf(id).Length..]);
        return guid[..Math.Min(ShortLength, guid.Length)];
    }

    private static string LettersAndDigits(string id) => string.Concat(id.Where(char.IsAsciiLetterOrDigit));
}
