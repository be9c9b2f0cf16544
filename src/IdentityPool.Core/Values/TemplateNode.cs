using System.Collections;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.CompilerServices;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>A part of a CloudFormation template, whatever text it is written in. An intrinsic function is a mapping with the one key that names it.</summary>
public abstract record TemplateNode
{
    private protected TemplateNode() { }

    /// <summary>Text as a node.</summary>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator TemplateNode?(string? text) => text is null ? null : FromString(text);

    /// <summary>A truth value as a node.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator TemplateNode(bool value) => FromBoolean(value);

    /// <summary>A whole number as a node.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator TemplateNode(int value) => TemplateScalar.Number(value);

    /// <summary>Text as a node.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The node.</returns>
    public static TemplateNode FromString(string text) => new TemplateScalar(TemplateScalarKind.Text, text);

    /// <summary>A truth value as a node.</summary>
    /// <param name="value">The truth value.</param>
    /// <returns>The node.</returns>
    public static TemplateNode FromBoolean(bool value) => value ? TemplateScalar.True : TemplateScalar.False;

    /// <summary>The node as JSON on one line.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => JsonTemplateText.Compact(this);
}

/// <summary>What a scalar of a template is.</summary>
public enum TemplateScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>No value.</summary>
    Null,
}

/// <summary>A single value of a template.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Text">The value as text.</param>
public sealed record TemplateScalar(TemplateScalarKind Kind, string Text) : TemplateNode
{
    /// <summary>The value as text.</summary>
    /// <exception cref="Validation.DefinitionException">The text contains half of a character.</exception>
    public string Text { get; init; } = WholeText.Check(Text);

    internal static readonly TemplateScalar True = new(TemplateScalarKind.Boolean, "true");
    internal static readonly TemplateScalar False = new(TemplateScalarKind.Boolean, "false");
    internal static readonly TemplateScalar Null = new(TemplateScalarKind.Null, "null");

    internal static TemplateScalar Number(IFormattable value) => new(TemplateScalarKind.Number, value.ToString(format: null, CultureInfo.InvariantCulture));
}

/// <summary>A list of a template.</summary>
/// <param name="Items">The items in order.</param>
[CollectionBuilder(typeof(TemplateSequence), nameof(Create))]
public sealed record TemplateSequence(ValueList<TemplateNode> Items) : TemplateNode, IEnumerable<TemplateNode>
{
    internal TemplateSequence(IEnumerable<TemplateNode> items)
        : this(items.ToValueList()) { }

    /// <summary>A list of these nodes.</summary>
    /// <param name="items">The nodes, copied.</param>
    /// <returns>The list.</returns>
    public static TemplateSequence Create(ReadOnlySpan<TemplateNode> items) => new(ValueList.Create(items));

    internal static TemplateSequence Single(params ReadOnlySpan<TemplateNode> items) => Create(items);

    /// <inheritdoc/>
    public IEnumerator<TemplateNode> GetEnumerator() => Items.GetEnumerator();

    System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
}

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
            throw new ArgumentException($"The mapping already contains the key '{key}'.", nameof(key));
        }

        entries.Add(new(WholeText.Check(key), value));
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
    internal static TemplateMapping Single(string key, TemplateNode value) => new() { { key, value } };

    /// <summary>The same entries in ordinal order of their keys, or null when there are none.</summary>
    internal static TemplateMapping? Sorted<T>(IEnumerable<KeyValuePair<string, T>> values, Func<T, TemplateNode> toNode)
    {
        var map = new TemplateMapping(
            values.OrderBy(entry => entry.Key, StringComparer.Ordinal).Select(entry => KeyValuePair.Create(entry.Key, toNode(entry.Value)))
        );
        return map.Count == 0 ? null : map;
    }

    /// <summary>The map with another value under a key, where the key stands or at the end; without the key where the value is null.</summary>
    internal TemplateMapping With(string key, TemplateNode? value)
    {
        var result = new TemplateMapping();
        foreach (var entry in entries)
        {
            result.Add(entry.Key, entry.Key == key ? value : entry.Value);
        }

        if (this[key] is null)
        {
            result.Add(key, value);
        }

        return result;
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
