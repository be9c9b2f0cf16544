using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using IdentityPools.ModuleTests.Packaging;
using IdentityPools.Packager;
using Xunit;

[assembly: AssemblyFixture(typeof(PackedModule))]

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>The package as <c>build.ps1 -Task Package</c> makes it, made once for all tests, in a folder of its own.</summary>
public sealed class PackedModule : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;
    private readonly Lazy<Task<string>> package;
    private readonly Lazy<Task<IReadOnlyDictionary<string, byte[]>>> files;

    public PackedModule()
    {
        package = new(() => PackAsync("first"));
        files = new(ReadAsync);
    }

    /// <summary>The manifest in the repository.</summary>
    public static ModuleManifest Manifest { get; } = ModuleManifest.Read(Path.Combine(ModuleRunspace.Root, "IdentityPool.psd1"));

    public void Dispose() => Directory.Delete(directory, recursive: true);

    /// <summary>The package.</summary>
    public Task<string> PackageAsync() => package.Value;

    /// <summary>Packs again.</summary>
    public async Task<string> PackAgainAsync()
    {
        await PackageAsync();
        return await PackAsync("second");
    }

    /// <summary>What is in the package, by name.</summary>
    public Task<IReadOnlyDictionary<string, byte[]>> FilesAsync() => files.Value;

    /// <summary>The metadata of the package.</summary>
    public async Task<XElement> NuspecAsync()
    {
        using var stream = new MemoryStream((await FilesAsync())["IdentityPool.nuspec"]);
        return XDocument.Load(stream).Root!.Elements().Single();
    }

    /// <summary>Lays the package out as PSResourceGet installs it: a folder for the version, without the parts of the packaging.</summary>
    /// <param name="modules">The folder of modules.</param>
    /// <returns>The folder of the module.</returns>
    public async Task<string> InstallAsync(string modules)
    {
        var home = Path.Combine(modules, "IdentityPool", Manifest.Version);
        await ZipFile.ExtractToDirectoryAsync(await PackageAsync(), home, TestContext.Current.CancellationToken);
        Directory.Delete(Path.Combine(home, "_rels"), recursive: true);
        Directory.Delete(Path.Combine(home, "package"), recursive: true);
        File.Delete(Path.Combine(home, "[Content_Types].xml"));
        File.Delete(Path.Combine(home, "IdentityPool.nuspec"));
        return home;
    }

    private async Task<IReadOnlyDictionary<string, byte[]>> ReadAsync()
    {
        using var archive = ZipFile.OpenRead(await PackageAsync());
        var contents = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var entry in archive.Entries)
        {
            using var copy = new MemoryStream();
            using var stream = entry.Open();
            stream.CopyTo(copy);
            contents.Add(entry.FullName, copy.ToArray());
        }

        return contents;
    }

    private async Task<string> PackAsync(string folder)
    {
        var output = Path.Combine(directory, folder);
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [
                "build",
                Path.Combine(ModuleRunspace.Root, "src", "IdentityPool", "IdentityPool.csproj"),
                "--no-restore",
                "--configuration",
                "Release",
                "-target:PackModule",
                "-nodeReuse:false",
                // They have looked at the same sources in the build before the tests.
                "-property:RunAnalyzers=false",
                $"-property:OutDirectory={output}/",
                $"-property:ModuleDirectory={output}/IdentityPool/",
            ]
        )
        {
            RedirectStandardOutput = true,
        }.WithInitialEnvironment();
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, said);
        return Assert.Single(Directory.GetFiles(output, "*.nupkg"));
    }
}
