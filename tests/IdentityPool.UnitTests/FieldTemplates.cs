using IdentityPools.Template;
using IdentityPools.Yaml;

namespace IdentityPools.UnitTests;

/// <summary>Templates as they stand in the field, from <c>tests/field/templates</c>.</summary>
internal static class FieldTemplates
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "field", "templates");

    public static IEnumerable<string> Names => Directory.EnumerateFiles(Folder).Select(Path.GetFileName).OfType<string>().Order(StringComparer.Ordinal);

    public static string Text(string name) => File.ReadAllText(Path.Combine(Folder, name));

    public static ImportedTemplate Import(string name) => TemplateImporter.Import(new YamlTemplateText().Read(Text(name)));
}
