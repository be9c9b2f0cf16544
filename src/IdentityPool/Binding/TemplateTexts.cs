using IdentityPools.Ports;
using IdentityPools.Template;

namespace IdentityPools.Binding;

/// <summary>The ways to write a template. JSON needs nothing; YAML brings its library when it is first asked for.</summary>
internal static class TemplateTexts
{
    private static readonly JsonTemplateText Json = new();

    public static ITemplateText Of(TemplateFormat format) => format == TemplateFormat.Json ? Json : Adapters.Yaml;
}
