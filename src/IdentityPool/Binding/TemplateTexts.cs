using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Binding;

/// <summary>The ways to write a template. JSON needs nothing; YAML brings its library when it is first asked for.</summary>
internal static class TemplateTexts
{
    private static readonly JsonTemplateText Json = new();

    public static ITemplateText Of(TemplateFormat format) => format == TemplateFormat.Json ? Json : Adapters.Yaml;

    /// <summary>Reads a template in either form.</summary>
    /// <exception cref="TemplateTextException">The text is not well-formed.</exception>
    public static TemplateNode Read(string text) => Of(text.AsSpan().TrimStart().StartsWith("{") ? TemplateFormat.Json : TemplateFormat.Yaml).Read(text);
}
