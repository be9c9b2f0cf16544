using IdentityPools.Isolation;
using IdentityPools.Ports;

namespace IdentityPools.Binding;

/// <summary>What brings third-party libraries: loaded in a context of their own when first asked for.</summary>
internal static class Adapters
{
    private static readonly IsolatedAssembly Assembly = new(
        Path.Combine(Path.GetDirectoryName(typeof(Adapters).Assembly.Location)!, "lib", "IdentityPool.Adapters.dll")
    );
    private static readonly Lazy<ITemplateText> LazyYaml = new(() => Create<ITemplateText>("IdentityPools.Yaml.YamlTemplateText"));
    private static readonly Lazy<IIdentityPoolServices> LazyServices = new(() => Create<IIdentityPoolServices>("IdentityPools.Aws.IdentityPoolServices"));

    /// <summary>Templates as YAML.</summary>
    public static ITemplateText Yaml => LazyYaml.Value;

    /// <summary>The way to AWS.</summary>
    public static IIdentityPoolServices Services => LazyServices.Value;

    private static TPort Create<TPort>(string typeName)
    {
        try
        {
            return Assembly.Create<TPort>(typeName);
        }
        catch (FileNotFoundException fault) when (fault.FileName is not null)
        {
            throw new FileFault(Errors.ModuleFileMissing(fault.FileName, fault));
        }
    }
}
