using System.Text.RegularExpressions;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>What a file is: a template, or what other tools make templates of.</summary>
internal static partial class TemplateShape
{
    private const string Resources = nameof(Resources);

    /// <summary>The template in a file, and what has to be said of the file; null for nothing.</summary>
    /// <param name="root">The tree of the file.</param>
    /// <exception cref="DefinitionException">It has none.</exception>
    public static (TemplateMapping Template, string? Warning) Read(TemplateNode root)
    {
        if (root is not TemplateMapping file)
        {
            throw DefinitionErrors.Create(nameof(Messages.NotATemplate), null);
        }

        if (file[Resources] is TemplateMapping)
        {
            return (file, null);
        }

        if (Blocks(file["resources"]).OfType<TemplateMapping>().Where(block => block[Resources] is TemplateMapping).ToList() is { Count: > 0 } blocks)
        {
            return (Merged(blocks), MessageText.Format(nameof(Messages.ImportServerless)));
        }

        throw IsServerless(file) ? DefinitionErrors.Create(nameof(Messages.ServerlessWithoutResources), null)
        : file.FirstOrDefault(entry => IsResource(entry.Value)) is { Key: { } first } ? DefinitionErrors.Create(nameof(Messages.TemplateFragment), first, first)
        : DefinitionErrors.Create(nameof(Messages.NotATemplate), null);
    }

    /// <summary>The first variable of the Serverless Framework in a part; null where there is none.</summary>
    public static string? VariableIn(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Text: var text } => Variable().Match(text) is { Success: true } found ? found.Value : null,
            TemplateSequence sequence => sequence.Select(VariableIn).FirstOrDefault(found => found is not null),
            TemplateMapping mapping => mapping.Select(entry => VariableIn(entry.Key) ?? VariableIn(entry.Value)).FirstOrDefault(found => found is not null),
            _ => null,
        };

    private static bool IsServerless(TemplateMapping file) => file["service"] is not null && file["provider"] is not null;

    private static bool IsResource(TemplateNode node) =>
        node is TemplateMapping resource && resource["Type"] is TemplateScalar { Text: var type } && type.StartsWith("AWS::", StringComparison.Ordinal);

    private static IEnumerable<TemplateNode> Blocks(TemplateNode? written) => Nodes.Items(written);

    /// <summary>The framework merges blocks section by section.</summary>
    private static TemplateMapping Merged(List<TemplateMapping> blocks)
    {
        var merged = new TemplateMapping();
        foreach (var section in blocks.SelectMany(block => block).GroupBy(entry => entry.Key, entry => entry.Value, StringComparer.Ordinal))
        {
            var mappings = section.OfType<TemplateMapping>().ToList();
            merged.Add(
                section.Key,
                mappings.Count == 0
                    ? section.Last()
                    : new TemplateMapping(
                        mappings.SelectMany(mapping => mapping).GroupBy(entry => entry.Key, StringComparer.Ordinal).Select(same => same.Last())
                    )
            );
        }

        return merged;
    }

    [GeneratedRegex(@"\$\{(?:self|sls|opt|env|param|cf|file)[:(.][^}]*\}?", RegexOptions.CultureInvariant)]
    private static partial Regex Variable();
}
