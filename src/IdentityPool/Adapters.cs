using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IdentityPools.Errors;
using IdentityPools.Isolation;
using IdentityPools.Ports;

namespace IdentityPools;

/// <summary>What brings third-party libraries: loaded in a context of their own when first asked for.</summary>
internal static class Adapters
{
    private static readonly string Home = Path.GetDirectoryName(typeof(Adapters).Assembly.Location)!;
    private static readonly Lazy<ITemplateText> LazyYaml = new(() => Create<ITemplateText>("IdentityPool.Adapters", "IdentityPools.Yaml.YamlTemplateText"));
    private static readonly Lazy<IIdentityPoolServices> LazyServices = new(() =>
        Create<IIdentityPoolServices>("IdentityPool.Adapters", "IdentityPools.Aws.IdentityPoolServices")
    );
    private static readonly Lazy<ISandboxes> LazySandboxes = new(() => Create<ISandboxes>("IdentityPool.Sandbox", "IdentityPools.Sandbox.Sandboxes"));

    /// <summary>Templates as YAML.</summary>
    public static ITemplateText Yaml => LazyYaml.Value;

    /// <summary>The way to AWS.</summary>
    public static IIdentityPoolServices Services => LazyServices.Value;

    /// <summary>Accounts in memory; the assembly is loaded by nothing else.</summary>
    public static ISandboxes Sandboxes => LazySandboxes.Value;

    private static TPort Create<TPort>(string assemblyName, string typeName)
    {
        var loader = Path.Combine(Home, "IdentityPool.Isolation.dll");
        if (!File.Exists(loader))
        {
            throw new FileException(ErrorRecords.ModuleFileMissing(loader, new FileNotFoundException(null, loader)));
        }

        try
        {
            return Loader.Create<TPort>(assemblyName, typeName);
        }
        catch (FileNotFoundException exception) when (exception.FileName is not null)
        {
            throw new FileException(ErrorRecords.ModuleFileMissing(exception.FileName, exception));
        }
    }

    // A class of its own, so that nothing of the loader's assembly is touched before that file is known to be there.
    private static class Loader
    {
        private static readonly ConcurrentDictionary<string, IsolatedAssembly> Assemblies = new(StringComparer.Ordinal);

        [MethodImpl(MethodImplOptions.NoInlining)]
        public static TPort Create<TPort>(string assemblyName, string typeName) =>
            Assemblies.GetOrAdd(assemblyName, name => new(Path.Combine(Home, "lib", $"{name}.dll"))).Create<TPort>(typeName);
    }
}
