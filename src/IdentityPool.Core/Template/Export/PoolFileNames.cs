using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Names for files of one pool each: the pool's name as far as every file system takes it, and never one name for two pools.</summary>
/// <remarks>Reserved names: https://learn.microsoft.com/windows/win32/fileio/naming-a-file</remarks>
internal static partial class PoolFileNames
{
    /// <summary>Leaves room within the 255 bytes of a file name for an id and for the endings.</summary>
    private const int MaximumBytes = 140;
    private const string Harmless = " _-.+=,@";

    /// <summary>The names without extensions, in the order of the pools.</summary>
    /// <exception cref="DefinitionException">Two definitions cannot be told apart.</exception>
    public static List<string> Create(IReadOnlyList<IdentityPool> pools)
    {
        var names = pools.Select(Alone).ToList();
        var taken = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var places in Shared(names))
        {
            var existing = places.FindAll(place => pools[place].Id is not null);
            var texts = PoolIdText.Shorten(existing.ConvertAll(place => pools[place]), text => taken.Contains($"{names[places[0]]}-{text}"));
            var definitions = places.FindAll(place => pools[place].Id is null);
            foreach (
                var (place, text) in existing.Zip(texts).Concat(definitions.Count > 1 ? definitions.Select(place => (place, Safe(pools[place].LogicalId))) : [])
            )
            {
                names[place] += "-" + text;
            }
        }

        return Shared(names).FirstOrDefault() is [var first, var second, ..]
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicatePoolFile), pools[second], pools[first], pools[second], names[first])
            : names;
    }

    /// <summary>The name of a pool whose name no other has.</summary>
    public static string Alone(IdentityPool pool) => Safe(pool.TypedName?.Literal ?? pool.LogicalId);

    /// <summary>The places of names that are the same on a file system that does not tell capitals.</summary>
    private static List<List<int>> Shared(List<string> names) =>
        names
            .Select((name, place) => (name, place))
            .GroupBy(entry => entry.name, entry => entry.place, StringComparer.OrdinalIgnoreCase)
            .Select(group => group.ToList())
            .Where(group => group.Count > 1)
            .ToList();

    /// <summary>The text as part of a file name. Where something had to go, a hash of the whole stands in for it.</summary>
    public static string Safe(string text)
    {
        var result = new StringBuilder();
        var bytes = 0;
        // Half of a character outside of the base plane becomes U+FFFD first, which can be normalised.
        foreach (var rune in string.Concat(text.EnumerateRunes()).Normalize().EnumerateRunes())
        {
            var isSafe = IsSafe(rune) && (result.Length > 0 || Rune.IsLetterOrDigit(rune) || rune.Value == '_');
            bytes += isSafe ? rune.Utf8SequenceLength : 1;
            if (bytes > MaximumBytes)
            {
                break;
            }

            result.Append(isSafe ? rune.ToString() : "_");
        }

        var safe = result.ToString();
        return safe == text && safe.Length > 0 && !Reserved().IsMatch(safe) ? safe : $"{safe}-{LogicalName.Hash(text)}";
    }

    private static bool IsSafe(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || (rune.IsAscii && Harmless.Contains((char)rune.Value, StringComparison.Ordinal));

    [GeneratedRegex(
        @"\A(?:con|prn|aux|nul|com[0-9\u00B9\u00B2\u00B3]|lpt[0-9\u00B9\u00B2\u00B3])(?:\.|\z)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Reserved();
}

/// <summary>The part of a pool's id by which people tell it from others, in letters and digits.</summary>
internal static class PoolIdText
{
    private const int ShortLength = 8;

    /// <summary>One text for each pool that exists, all different: the beginning of the GUID, or where that does not do, the whole id.</summary>
    /// <param name="pools">The pools; each has an id of its own.</param>
    /// <param name="isTaken">Whether a text cannot be used.</param>
    public static List<string> Shorten(IReadOnlyCollection<IdentityPool> pools, Func<string, bool> isTaken)
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
