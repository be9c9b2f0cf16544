namespace IdentityPools.Template;

/// <summary>Which item of a list each item of a changed list was, so that those which stay are left alone and of those which changed only the change is written.</summary>
internal static class ItemPairs
{
    // Beyond it items are told by their places.
    private const int MostCompared = 250_000;

    private const int Same = 1000;
    private const int Alike = 50;
    private const int Scalars = 10;

    /// <summary>The items in order: both places for one that stays or changes, one of them for one that goes or comes.</summary>
    public static List<(int? Before, int? Now)> Of(ValueList<TemplateNode> before, ValueList<TemplateNode> now)
    {
        var start = 0;
        while (start < before.Count && start < now.Count && before[start].Equals(now[start]))
        {
            start++;
        }

        var end = 0;
        while (end < before.Count - start && end < now.Count - start && before[before.Count - 1 - end].Equals(now[now.Count - 1 - end]))
        {
            end++;
        }

        var (old, next) = (before.Take(before.Count - end).Skip(start).ToList(), now.Take(now.Count - end).Skip(start).ToList());
        var middle = (long)old.Count * next.Count <= MostCompared ? ByLikeness(old, next) : ByPlace(old.Count, next.Count);
        return
        [
            .. Enumerable.Range(0, start).Select(index => ((int?)index, (int?)index)),
            .. middle.Select(pair => (pair.Before + start, pair.Now + start)),
            .. Enumerable.Range(1, end).Reverse().Select(index => ((int?)(before.Count - index), (int?)(now.Count - index))),
        ];
    }

    private static IEnumerable<(int? Before, int? Now)> ByPlace(int before, int now) =>
        Enumerable.Range(0, Math.Max(before, now)).Select(index => (index < before ? index : (int?)null, index < now ? index : (int?)null));

    private static IEnumerable<(int? Before, int? Now)> ByLikeness(List<TemplateNode> before, List<TemplateNode> now)
    {
        var likeness = new int[before.Count, now.Count];
        var best = new int[before.Count + 1, now.Count + 1];
        for (var at = before.Count - 1; at >= 0; at--)
        {
            for (var to = now.Count - 1; to >= 0; to--)
            {
                likeness[at, to] = Likeness(before[at], now[to]);
                best[at, to] = Math.Max(Math.Max(best[at + 1, to], best[at, to + 1]), best[at + 1, to + 1] + likeness[at, to]);
            }
        }

        var (old, next) = (0, 0);
        while (old < before.Count || next < now.Count)
        {
            if (old < before.Count && next < now.Count && likeness[old, next] > 0 && best[old, next] == best[old + 1, next + 1] + likeness[old, next])
            {
                yield return (old++, next++);
            }
            else if (old < before.Count && best[old, next] == best[old + 1, next])
            {
                yield return (old++, null);
            }
            else
            {
                yield return (null, next++);
            }
        }
    }

    /// <summary>How much of an item another one has; nothing for what is of another kind.</summary>
    private static int Likeness(TemplateNode before, TemplateNode now) =>
        before.Equals(now)
            ? Same
            : (before, now) switch
            {
                (TemplateScalar, TemplateScalar) => Scalars,
                (TemplateSequence, TemplateSequence) => Alike,
                (TemplateMapping one, TemplateMapping other) => Alike
                    + ((Same / 2) * one.Count(entry => entry.Value.Equals(other[entry.Key])) / Math.Max(one.Count, other.Count)),
                _ => 0,
            };
}
