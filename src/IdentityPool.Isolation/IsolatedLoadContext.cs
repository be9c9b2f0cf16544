using System.Reflection;
using System.Runtime.Loader;

namespace IdentityPools.Isolation;

/// <summary>
/// A load context that finds the dependencies of one assembly beside it, whatever build of them the session has. Everything else, the framework and the
/// module's own face, comes from the context that the module itself is in.
/// </summary>
internal sealed class IsolatedLoadContext(string path, AssemblyLoadContext shared) : AssemblyLoadContext(nameof(IdentityPools))
{
    private readonly AssemblyDependencyResolver resolver = new(path);

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) =>
        resolver.ResolveAssemblyToPath(assemblyName) is { } file
            ? LoadFromAssemblyPath(file)
            : shared.Assemblies.FirstOrDefault(assembly => assembly.GetName().Name == assemblyName.Name);
}
