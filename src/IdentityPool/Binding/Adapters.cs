using System.Runtime.CompilerServices;
using IdentityPools.Isolation;
using IdentityPools.Ports;

namespace IdentityPools.Binding;

/// <summary>What brings third-party libraries: loaded in a context of their own when first asked for.</summary>
internal static class Adapters
{
    private static readonly string Home = Path.GetDirectoryName(typeof(Adapters).Assembly.Location)!;
    private static readonly Lazy<ITemplateText> LazyYaml = new(() => Create<ITemplateText>("IdentityPools.Yaml.YamlTemplateText"));
    private static readonly Lazy<IIdentityPoolServices> LazyServices = new(() => Create<IIdentityPoolServices>("IdentityPools.Aws.IdentityPoolServices"));

    /// <summary>Templates as YAML.</summary>
    public static ITemplateText Yaml => LazyYaml.Value;

    /// <summary>The way to AWS.</summary>
    public static IIdentityPoolServices Services => LazyServices.Value;

    private static TPort Create<TPort>(string typeName)
    {
        var loader = Path.Combine(Home, "IdentityPool.Isolation.dll");
        if (!File.Exists(loader))
        {
            throw new FileFault(Errors.ModuleFileMissing(loader, new FileNotFoundException(null, loader)));
        }

        try
        {
            return Loader.Create<TPort>(typeName);
        }
        catch (FileNotFoundException fault) when (fault.FileName is not null)
        {
            throw new FileFault(Errors.ModuleFileMissing(fault.FileName, fault));
        }
    }

    // A class of its own, so that nothing of the loader's assembly is touched before that file is known to be there.
    private static class Loader
    {
        private static readonly IsolatedAssembly Assembly = new(Path.Combine(Home, "lib", "IdentityPool.Adapters.dll"));

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static TPort Create<TPort>(string typeName) => Assembly.Create<TPort>(typeName);
    }
}
