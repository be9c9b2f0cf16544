using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// What a part of a template becomes when its definition is changed: what the definition said of it before and says now is compared, and only what differs is
/// written. Everything else stays as it stands, also what a definition cannot hold.
/// </summary>
/// <param name="pool">The pool, for errors.</param>
/// <param name="said">The places that were unknown when the pool was imported and that the definition tells now.</param>
internal sealed class NodeMerge(IdentityPool pool, IReadOnlyCollection<string> said)
{
    /// <param name="original">What stands in the template; null for nothing.</param>
    /// <param name="before">What the definition would have written when it was imported.</param>
    /// <param name="now">What it would write now.</param>
    /// <param name="place">Where this is.</param>
    /// <exception cref="DefinitionException">What was changed depends on a function, or the place of it cannot be told.</exception>
    public TemplateNode? Merge(TemplateNode? original, TemplateNode? before, TemplateNode? now, string place)
    {
        if (said.Contains(place))
        {
            return now;
        }

        if (Equals(before, now) && !said.Any(known => known.StartsWith(place + ".", StringComparison.Ordinal)))
        {
            return original;
        }

        if (original is null)
        {
            return now;
        }

        // What the definition did not hold before is put beside what stands there and was not read.
        before ??=
            now is TemplateSequence ? new TemplateSequence([])
            : now is TemplateMapping ? new TemplateMapping()
            : original;

        if (IsPlain(original) is { } map && IsPlain(before) is { } mapBefore && (now is null || IsPlain(now) is not null))
        {
            var merged = Mapping(map, mapBefore, now as TemplateMapping ?? [], place);
            return merged.Count > 0 || now is not null ? merged : null;
        }

        if (before is TemplateSequence list && !Intrinsic.IsCall(original))
        {
            return (now is null or TemplateSequence) && (original is not TemplateScalar || list.Items.Count == 1)
                ? List(original, list, now as TemplateSequence ?? [], place)
                : now;
        }

        return original is TemplateScalar || TemplateValue.IsValue(original) || SameNodes.Covers(original, before) ? now : throw UnderFunction(original, place);
    }

    private static TemplateMapping? IsPlain(TemplateNode? node) => node is TemplateMapping mapping && !Intrinsic.IsCall(mapping) ? mapping : null;

    private TemplateMapping Mapping(TemplateMapping original, TemplateMapping before, TemplateMapping now, string place)
    {
        var result = new TemplateMapping();
        foreach (var (key, value) in original)
        {
            result.Add(key, Merge(value, before[key], now[key], $"{place}.{key}"));
        }

        foreach (var (key, value) in now.Where(entry => original[entry.Key] is null && !entry.Value.Equals(before[entry.Key])))
        {
            result.Add(key, value);
        }

        return result;
    }

    private TemplateNode? List(TemplateNode original, TemplateSequence before, TemplateSequence now, string place)
    {
        var items = Nodes.Items(original).ToList();
        var places = Places(items, before.Items);
        var pairs = Pairs(before.Items, now.Items);
        var gone = Enumerable.Range(0, before.Items.Count).Except(pairs.OfType<int>()).ToList();
        if (gone.Exists(index => places[index] is null))
        {
            throw UnderFunction(original, place);
        }

        var merged = new List<(int? Item, TemplateNode Node)>();
        foreach (var (index, item) in now.Items.Select((item, index) => (index, item)))
        {
            if (pairs[index] is not { } known)
            {
                merged.Add((null, item));
            }
            else if (places[known] is { } at)
            {
                merged.Add((at, Merge(items[at], before.Items[known], item, $"{place}[{at}]")!));
            }
            else if (!before.Items[known].Equals(item))
            {
                throw UnderFunction(original, place);
            }
        }

        var kept = pairs.OfType<int>().ToList();
        if (kept.Zip(kept.Skip(1)).All(pair => pair.First < pair.Second))
        {
            // Nobody changed the order; the template may have another one than definitions.
            var order = new Queue<(int? Item, TemplateNode Node)>(merged.Where(entry => entry.Item is not null).OrderBy(entry => entry.Item));
            merged = merged.ConvertAll(entry => entry.Item is null ? entry : order.Dequeue());
        }

        // What the definition does not hold stays behind what it stood behind.
        foreach (var at in Enumerable.Range(0, items.Count).Except(places.OfType<int>()))
        {
            var behind = merged.FindLastIndex(entry => entry.Item < at);
            merged.Insert(behind + 1, (at, items[at]));
        }

        return merged.Count == 0 ? null
            : original is not TemplateSequence && merged.Count == 1 ? merged[0].Node
            : new TemplateSequence(merged.Select(entry => entry.Node));
    }

    /// <summary>Which item of the template each item of the definition was read from; null where that is a function, or several are.</summary>
    private static int?[] Places(List<TemplateNode> items, ValueList<TemplateNode> before)
    {
        var places = new int?[before.Count];
        var left = Enumerable.Range(0, items.Count).ToList();
        for (var index = 0; index < before.Count; index++)
        {
            if (left.FindIndex(at => SameNodes.Covers(items[at], before[index])) is >= 0 and var found)
            {
                places[index] = left[found];
                left.RemoveAt(found);
            }
        }

        var untold = Enumerable.Range(0, before.Count).Where(index => places[index] is null).ToList();
        if (untold.Count == left.Count && left.TrueForAll(at => Intrinsic.Branches(items[at]) is null))
        {
            foreach (var (index, at) in untold.Zip(left))
            {
                places[index] = at;
            }
        }

        return places;
    }

    /// <summary>Which item of before each item of now is; null for a new one.</summary>
    private static int?[] Pairs(ValueList<TemplateNode> before, ValueList<TemplateNode> now)
    {
        var pairs = new int?[now.Count];
        var left = Enumerable.Range(0, before.Count).ToList();
        for (var index = 0; index < now.Count; index++)
        {
            if (left.FindIndex(known => before[known].Equals(now[index])) is >= 0 and var found)
            {
                pairs[index] = left[found];
                left.RemoveAt(found);
            }
        }

        // As many as before: those that differ were changed where they stand.
        if (before.Count == now.Count)
        {
            foreach (var (index, known) in Enumerable.Range(0, now.Count).Where(index => pairs[index] is null).Zip(left).ToList())
            {
                pairs[index] = known;
            }
        }

        return pairs;
    }

    private DefinitionException UnderFunction(TemplateNode original, string place) =>
        DefinitionErrors.Create(nameof(Messages.ChangeUnderFunction), pool, pool, place, original);
}
