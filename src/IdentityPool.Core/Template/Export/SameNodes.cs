using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Whether a part of a template is what a definition would write in its place, though written otherwise.</summary>
internal static class SameNodes
{
    /// <summary>Whether what stands in a template was read as what would be written: it says nothing else, and may leave out what is a default.</summary>
    public static bool Covers(TemplateNode original, TemplateNode written) => CoversUniform(Intrinsic.Uniform(original), Intrinsic.Uniform(written));

    private static bool CoversUniform(TemplateNode original, TemplateNode written) =>
        (original, written) switch
        {
            (TemplateScalar one, TemplateScalar other) => one.Text == other.Text,
            (TemplateMapping one, TemplateMapping other) when Intrinsic.IsCall(one) || Intrinsic.IsCall(other) => one.Count == other.Count
                && HasAll(one, other),
            (TemplateMapping one, TemplateMapping other) => HasAll(one, other),
            (TemplateSequence, _) or (_, TemplateSequence) => Nodes.Items(original).ToList() is var items
                && Nodes.Items(written).ToList() is var others
                && items.Count == others.Count
                && items.Zip(others).All(pair => CoversUniform(pair.First, pair.Second)),
            _ => false,
        };

    private static bool HasAll(TemplateMapping original, TemplateMapping written) =>
        original.All(entry => Intrinsic.IsNoValue(entry.Value) || (written[entry.Key] is { } other && CoversUniform(entry.Value, other)));
}
