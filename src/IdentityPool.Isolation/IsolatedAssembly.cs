using System.Reflection;
using System.Runtime.Loader;

namespace IdentityPools.Isolation;

/// <summary>
/// An assembly whose own dependencies stay out of the session. What implements an interface of the session's is made here and used through that interface.
/// </summary>
public sealed class IsolatedAssembly
{
    private readonly Lazy<Assembly> assembly;

    /// <summary>An assembly that is loaded when it is first needed.</summary>
    /// <param name="path">The file; its dependencies are named in the deps.json beside it.</param>
    public IsolatedAssembly(string path)
    {
        var shared = AssemblyLoadContext.GetLoadContext(typeof(IsolatedAssembly).Assembly)!;
        assembly = new(() =>
        {
            IsolatedFiles.Check(path);
            return new IsolatedLoadContext(path, shared).LoadFromAssemblyPath(path);
        });
    }

    /// <summary>Makes an object of the isolated assembly.</summary>
    /// <typeparam name="TPort">The interface of the session's that the object implements.</typeparam>
    /// <param name="typeName">The full name of its type.</param>
    /// <returns>The object.</returns>
    /// <exception cref="FileNotFoundException">A file of the assembly's is missing.</exception>
    public TPort Create<TPort>(string typeName) => (TPort)Activator.CreateInstance(assembly.Value.GetType(typeName, throwOnError: true)!, nonPublic: true)!;
}
