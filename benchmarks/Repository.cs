namespace IdentityPools.Benchmarks;

/// <summary>Where things are in this repository.</summary>
internal sealed class Repository
{
    private const string Landmark = "IdentityPool.psd1";

    private readonly string root;

    private Repository(string root) => this.root = root;

    /// <summary>The directory that PowerShell finds the built module in.</summary>
    public string ModulePath => PathTo("out");

    /// <summary>The full path of a file or directory of the repository.</summary>
    public string PathTo(params ReadOnlySpan<string> parts) => Path.Combine([root, .. parts]);

    /// <summary>Finds the repository that this program was built in.</summary>
    /// <exception cref="BenchmarkException">The program was moved out of its repository.</exception>
    public static Repository Find()
    {
        for (var directory = new DirectoryInfo(AppContext.BaseDirectory); directory is not null; directory = directory.Parent)
        {
            if (File.Exists(Path.Combine(directory.FullName, Landmark)))
            {
                return new Repository(directory.FullName);
            }
        }

        throw new BenchmarkException($"No directory above {AppContext.BaseDirectory} holds {Landmark}: run the benchmarks from a clone of the repository.");
    }
}
