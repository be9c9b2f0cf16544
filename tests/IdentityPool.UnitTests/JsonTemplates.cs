using System.Text;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.UnitTests;

/// <summary>Templates as JSON text and back.</summary>
internal static class JsonTemplates
{
    private static readonly JsonTemplateText Json = new();

    public static string Write(IdentityPool pool, TemplateOptions? options = null) => Write([pool], options);

    public static string Write(IReadOnlyList<IdentityPool> pools, TemplateOptions? options = null) =>
        Encoding.UTF8.GetString(TemplateFiles.Single(pools, options ?? new(), Json).Span);

    public static List<string> Split(IReadOnlyList<IdentityPool> pools) =>
        TemplateFiles.Split(pools, new(), Json).ConvertAll(file => Encoding.UTF8.GetString(file.Span));

    public static TemplateMapping Read(string text) => (TemplateMapping)Json.Read(text);

    public static ImportedTemplate Import(string text) => TemplateImporter.Import(Read(text));

    /// <summary>What stands at a place: keys of maps and indexes of lists.</summary>
    public static TemplateNode? At(this TemplateNode? node, params ReadOnlySpan<object> place)
    {
        foreach (var step in place)
        {
            node = step is int index ? ((TemplateSequence)node!).Items[index] : ((TemplateMapping)node!)[(string)step];
        }

        return node;
    }
}
