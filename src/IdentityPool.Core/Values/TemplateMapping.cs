using System.Collections;

namespace IdentityPools.Template;

/// <summary>A map of a template. Entries keep their order; equality does not look at it.</summary>
public sealed record TemplateMapping : TemplateNode, IEnumerable<KeyValuePair<string, TemplateNode>>
{
    // Most maps of a template have a handful of entries, for which looking through them is faster and smaller than an index.
    private const int CountWorthAnIndex = 12;

    private readonly List<KeyValuePair<string, TemplateNode>> entries = [];
    private Dictionary<string, TemplateNode>? index;

    /// <summary>An empty map, to be filled by a collection initializer.</summary>
    public TemplateMapping() { }

    /// <summary>A map of these entries.</summary>
    /// <param name="entries">The entries; a key may stand in them once.</param>
    public TemplateMapping(IEnumerable<KeyValuePair<string, TemplateNode>> entries)
    {
        foreach (var (key, value) in entries)
        {
            Add(key, value);
        }
    }

    /// <summary>How many entries the map has.</summary>
    public int Count => entries.Count;

    /// <summary>The value under a key, or null.</summary>
    /// <param name="key">The key.</param>
    public TemplateNode? this[string key] => index is null ? Find(key) : index.GetValueOrDefault(key);

    /// <summary>Adds an entry while the map is being built; a null value adds nothing, so that optional properties read as one line.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    internal void Add(string key, TemplateNode? value)
    {
        if (value is null)
        {
            return;
        }

        if (this[key] is not null)
        {
            throw new ArgumentException($"The key '{key}' stands twice.", nameof(key));
        }

        entries.Add(new(key, value));
        if (index is not null)
        {
            index.Add(key, value);
        }
        else if (entries.Count == CountWorthAnIndex)
        {
            index = new(entries, StringComparer.Ordinal);
        }
    }

    /// <summary>A map with one entry: an intrinsic function, say.</summary>
    internal static TemplateMapping Of(string key, TemplateNode value) => new() { { key, value } };

    /// <summary>The same entries in ordinal order of their keys, or null when there are none.</summary>
    internal static TemplateMapping? Sorted<T>(IEnumerable<KeyValuePair<string, T>> values, Func<T, TemplateNode> toNode)
    {
        var map = new TemplateMapping(
            values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, toNode(entry.Value)))
        );
        return map.Count == 0 ? null : map;
    }

    /// <inheritdoc/>
    public bool Equals(TemplateMapping? other) =>
        other is not null && Count == other.Count && entries.TrueForAll(entry => entry.Value.Equals(other[entry.Key]));

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Aggregate(Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TemplateNode>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private TemplateNode? Find(string key)
    {
        foreach (var entry in entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
