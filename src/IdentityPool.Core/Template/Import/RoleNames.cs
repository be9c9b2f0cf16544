namespace IdentityPools.Template;

/// <summary>Things by the names of roles that they are for, found by another such name without looking at all of them.</summary>
internal sealed class RoleNames<T>
{
    private readonly Dictionary<string, List<(RoleNameText Name, T Value)>> literal = new(StringComparer.OrdinalIgnoreCase);
    private readonly Lazy<(Beginnings Starts, Beginnings Ends)> literalEnds;
    private readonly Lazy<(Beginnings Starts, Beginnings Ends)> otherEnds;

    public RoleNames(IReadOnlyList<(RoleNameText Name, T Value)> all)
    {
        foreach (var entry in all.Where(entry => entry.Name.IsLiteral))
        {
            if (!literal.TryGetValue(entry.Name.Start, out var same))
            {
                literal.Add(entry.Name.Start, same = []);
            }

            same.Add(entry);
        }

        literalEnds = new(() => EndsOf([.. literal.Values.SelectMany(same => same)]));
        otherEnds = new(() => EndsOf([.. all.Where(entry => !entry.Name.IsLiteral)]));
    }

    /// <summary>Those whose name may be the one that is given, and perhaps others.</summary>
    public IEnumerable<T> Near(RoleNameText name) =>
        name.IsLiteral
            ? literal.GetValueOrDefault(name.Start, []).Select(entry => entry.Value).Concat(Near(name, otherEnds.Value))
            : Near(name, literalEnds.Value).Concat(Near(name, otherEnds.Value));

    private static (Beginnings Starts, Beginnings Ends) EndsOf(IReadOnlyList<(RoleNameText Name, T Value)> entries) =>
        (new(entries.Select(entry => (entry.Name.Start, entry.Value))), new(entries.Select(entry => (Reversed(entry.Name.End), entry.Value))));

    /// <summary>The fewer of those that begin alike and those that end alike.</summary>
    private static IEnumerable<T> Near(RoleNameText name, (Beginnings Starts, Beginnings Ends) entries)
    {
        var starts = entries.Starts.Near(name.Start);
        var ends = entries.Ends.Near(Reversed(name.End));
        return starts.Count <= ends.Count ? starts.Values : ends.Values;
    }

    private static string Reversed(string text) =>
        string.Create(
            text.Length,
            text,
            (span, from) =>
            {
                from.CopyTo(span);
                span.Reverse();
            }
        );

    /// <summary>Things by texts of which one is to begin with the other.</summary>
    private sealed class Beginnings
    {
        private readonly string[] texts;
        private readonly T[] values;

        public Beginnings(IEnumerable<(string Text, T Value)> entries)
        {
            var all = entries.Select(entry => (Text: Key(entry.Text), entry.Value)).OrderBy(entry => entry.Text, StringComparer.Ordinal).ToList();
            texts = [.. all.Select(entry => entry.Text)];
            values = [.. all.Select(entry => entry.Value)];
        }

        /// <summary>Those whose text begins with this one, and those with which this one begins.</summary>
        public (int Count, IEnumerable<T> Values) Near(string text)
        {
            var key = Key(text);
            var ranges = new List<(int First, int End)>();
            for (var length = 0; length < key.Length; length++)
            {
                var start = key[..length];
                ranges.Add((Bound(start, after: false, whole: true), Bound(start, after: true, whole: true)));
            }

            ranges.Add((Bound(key, after: false, whole: false), Bound(key, after: true, whole: false)));
            return (ranges.Sum(range => range.End - range.First), ranges.SelectMany(range => values[range.First..range.End]));
        }

        /// <summary>Where the texts begin that have, or come after, a beginning or a whole text.</summary>
        private int Bound(string key, bool after, bool whole)
        {
            var (low, high) = (0, texts.Length);
            while (low < high)
            {
                var middle = (low + high) / 2;
                var order = whole ? string.CompareOrdinal(texts[middle], key) : string.CompareOrdinal(texts[middle], 0, key, 0, key.Length);
                if (order < 0 || (after && order == 0))
                {
                    low = middle + 1;
                }
                else
                {
                    high = middle;
                }
            }

            return low;
        }

        private static string Key(string text) => text.ToUpperInvariant();
    }
}
