using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>Shapes that stand in several resources.</summary>
internal static class Nodes
{
    /// <summary>A list, or null when there is nothing to list.</summary>
    public static TemplateSequence? List<T>(IReadOnlyCollection<T> items, Func<T, TemplateNode> toNode) => items.Count == 0 ? null : new(items.Select(toNode));

    public static TemplateSequence? List(IReadOnlyCollection<TemplateValue> values) => List(values, value => value.Node);

    /// <summary>One thing or a list of things as a list, as policy documents mix them.</summary>
    public static IEnumerable<TemplateNode> Items(TemplateNode? node) =>
        node switch
        {
            null => [],
            TemplateSequence sequence => sequence.Where(item => !Intrinsic.IsNoValue(item)),
            _ when Intrinsic.IsNoValue(node) => [],
            _ => [node],
        };

    /// <summary>Tags as most resources have them, a list of keys and values.</summary>
    public static TemplateSequence? Tags(IReadOnlyCollection<KeyValuePair<string, TemplateValue>> tags) =>
        List(tags, tag => new TemplateMapping { { "Key", tag.Key }, { "Value", tag.Value.Node } });

    /// <summary>The node with every text, keys too, replaced by what the function makes of it.</summary>
    public static TemplateNode Map(TemplateNode node, Func<string, string> map) =>
        node switch
        {
            TemplateScalar { Kind: TemplateScalarKind.Text } scalar => map(scalar.Text),
            TemplateSequence sequence => new TemplateSequence(sequence.Select(item => Map(item, map))),
            TemplateMapping mapping => new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(KeyIn(mapping, entry.Key, map), Map(entry.Value, map)))),
            _ => node,
        };

    // Two keys must not become one: a key that would take the name of another one stays as it is.
    private static string KeyIn(TemplateMapping mapping, string key, Func<string, string> map) =>
        map(key) is var mapped && (mapped == key || mapping[mapped] is null) ? mapped : key;
}
