using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Files;

/// <summary>The file of a template, and those named after it.</summary>
internal sealed class TemplatePlace(string file)
{
    public string File => file;

    /// <summary>What the extension says; null where it says nothing.</summary>
    public TemplateFormat? Format =>
        Extension.ToUpperInvariant() switch
        {
            ".JSON" => TemplateFormat.Json,
            ".YAML" or ".YML" or ".TEMPLATE" => TemplateFormat.Yaml,
            _ => null,
        };

    /// <summary>shop.import.template.yaml beside shop.template.yaml.</summary>
    public string Import => Beside(".import" + Kind + Extension);

    public string ResourcesToImport => Beside(".resources-to-import.json");

    /// <summary>What <c>-ResourceImport</c> wrote beside the template: both files, or none.</summary>
    public IReadOnlyList<string> ForResourceImport =>
        System.IO.File.Exists(Import) && System.IO.File.Exists(ResourcesToImport) ? [Import, ResourcesToImport] : [];

    private string Name => Path.GetFileNameWithoutExtension(file);

    private string Extension => Path.GetExtension(file);

    /// <summary>The <c>.template</c> that many put before the extension.</summary>
    private string Kind => Name.EndsWith(".template", StringComparison.OrdinalIgnoreCase) ? ".template" : "";

    /// <summary>The file of a pool in a folder.</summary>
    public static TemplatePlace In(string folder, string name, TemplateFormat format) =>
        new(Path.Combine(folder, name + (format == TemplateFormat.Json ? ".json" : ".yaml")));

    /// <summary>One of several files that hold the template together.</summary>
    public string Numbered(int number) => Place($"{Name}-{number:000}{Extension}");

    private string Beside(string ending) => Place(Name[..^Kind.Length] + ending);

    private string Place(string name) => Path.Combine(Path.GetDirectoryName(file)!, name);
}

/// <summary>The ways to write a template. JSON needs nothing; YAML brings its library when it is first asked for.</summary>
internal static class TemplateTexts
{
    private static readonly JsonTemplateText Json = new();

    public static ITemplateText For(TemplateFormat format) => format == TemplateFormat.Json ? Json : Adapters.Yaml;

    /// <summary>Reads a template in either form.</summary>
    /// <exception cref="TemplateTextException">The text is not well-formed.</exception>
    public static TemplateNode Read(string text, Action? proceed = null) => Read(text, proceed, out _);

    /// <summary>The way in which a text is written.</summary>
    /// <exception cref="TemplateTextException">The text is not well-formed.</exception>
    public static ITemplateText Of(string text, Action? proceed = null)
    {
        Read(text, proceed, out var form);
        return form;
    }

    /// <summary>What begins with a brace is JSON, or a map of YAML that has keys without quotes, comments or other things which JSON does not have.</summary>
    private static TemplateNode Read(string text, Action? proceed, out ITemplateText form)
    {
        form = text.AsSpan().TrimStart().StartsWith("{") ? Json : Adapters.Yaml;
        try
        {
            return form.Read(text, proceed);
        }
        catch (TemplateTextException exception) when (form == Json && exception.Kind == TemplateTextErrorKind.Malformed)
        {
            try
            {
                form = Adapters.Yaml;
                return form.Read(text, proceed);
            }
            catch (TemplateTextException)
            {
                throw exception;
            }
        }
    }
}
