using IdentityPools.Isolation;
using IdentityPools.Ports;
using IdentityPools.Template;

namespace IdentityPools.Binding;

/// <summary>The ways to write a template. JSON needs nothing; YAML brings its library, in a context of its own, when it is first asked for.</summary>
internal static class TemplateTexts
{
    private static readonly IsolatedAssembly Adapters = new(
        Path.Combine(Path.GetDirectoryName(typeof(TemplateTexts).Assembly.Location)!, "lib", "IdentityPool.Adapters.dll")
    );
    private static readonly JsonTemplateText Json = new();
    private static readonly Lazy<ITemplateText> Yaml = new(() => Adapters.Create<ITemplateText>("IdentityPools.Yaml.YamlTemplateText"));

    public static ITemplateText Of(TemplateFormat format) => format == TemplateFormat.Json ? Json : Yaml.Value;
}
