using System.Collections;

namespace IdentityPools.Template;

/// <summary>A map of a template. Entries keep their order; equality does not look at it.</summary>
public sealed record TemplateMapping : TemplateNode, IEnumerable<KeyValuePair<string, TemplateNode>>
{
    private readonly Dictionary<string, TemplateNode> entries = new(StringComparer.Ordinal);

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
    public TemplateNode? this[string key] => entries.GetValueOrDefault(key);

    /// <summary>Adds an entry while the map is being built; a null value adds nothing, so that optional properties read as one line.</summary>
    /// <param name="key">The key.</param>
    /// <param name="value">The value.</param>
    internal void Add(string key, TemplateNode? value)
    {
        if (value is not null)
        {
            entries.Add(key, value);
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
        other is not null && Count == other.Count && entries.All(entry => other.entries.TryGetValue(entry.Key, out var value) && entry.Value.Equals(value));

    /// <inheritdoc/>
    public override int GetHashCode() => entries.Aggregate(Count, (hash, entry) => hash ^ HashCode.Combine(entry.Key, entry.Value));

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, TemplateNode>> GetEnumerator() => entries.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
