using IdentityPools.Template;
using IdentityPools.Yaml;

namespace IdentityPools.UnitTests;

/// <summary>Templates as they stand in the field, from <c>tests/field/templates</c>.</summary>
internal static class FieldTemplates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "field", "templates");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    /// <summary>The pools with the values of a deployment to one account and region.</summary>
    public static ImportedTemplate Import(string name, IReadOnlyDictionary<string, TemplateNode> values) => Evaluated(Text(name), values);

    /// <summary>The pools of any template with such values.</summary>
    public static ImportedTemplate Evaluated(string text, IReadOnlyDictionary<string, TemplateNode>? values = null) =>
        TemplateImporter.Import(
            new YamlTemplateText().Read(text),
            new EvaluationInput
            {
                Parameters = values ?? new Dictionary<string, TemplateNode>(),
                Region = "eu-west-1",
                AccountId = "123456789012",
            }
        );

    public static ImportedTemplate Import(string name) => TemplateImporter.Import(new YamlTemplateText().Read(Text(name)));
}
