using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using IdentityPools.Packager;

namespace IdentityPools.ModuleTests.ModuleLife;

/// <summary>A folder of modules in which the built module is installed, to be altered or damaged.</summary>
internal sealed class ModuleCopy : IDisposable
{
    private const int OffsetOfVersion = 4;

    public ModuleCopy()
    {
        Version = ModuleManifest.Read(Path.Combine(ModuleRunspace.Root, "IdentityPool.psd1")).Version;
        Home = Install(Version);
    }

    /// <summary>The folder of modules.</summary>
    public string Modules { get; } = Directory.CreateTempSubdirectory().FullName;

    /// <summary>The folder of the module.</summary>
    public string Home { get; }

    /// <summary>Its version.</summary>
    public string Version { get; }

    public void Dispose() => Directory.Delete(Modules, recursive: true);

    /// <summary>Installs a later version beside it: another version in the manifest and in the assembly's name.</summary>
    /// <returns>That version.</returns>
    public string InstallNext()
    {
        var current = System.Version.Parse(Version);
        var next = new Version(current.Major, current.Minor, current.Build + 1);
        var home = Install(next.ToString());
        var manifest = Path.Combine(home, "IdentityPool.psd1");
        File.WriteAllText(manifest, File.ReadAllText(manifest).Replace($"'{Version}'", $"'{next}'", StringComparison.Ordinal));
        Rename(Path.Combine(home, "IdentityPool.dll"), next);
        return next.ToString();
    }

    /// <summary>Runs a script in a process that finds the modules here and no others.</summary>
    /// <param name="script">The script.</param>
    /// <returns>What it did.</returns>
    public Task<EngineProcess> RunAsync(string script) => EngineProcess.RunAsync("-Command", $"$env:PSModulePath = '{Modules}'\n{script}");

    private static void Rename(string assembly, Version version)
    {
        var bytes = File.ReadAllBytes(assembly);
        int place,
            identity;
        using (var portable = new PEReader(new MemoryStream(bytes)))
        {
            var reader = portable.GetMetadataReader();
            var start = portable.PEHeaders.MetadataStartOffset;
            place = start + reader.GetTableMetadataOffset(TableIndex.Assembly) + OffsetOfVersion;
            var index = MetadataTokens.GetHeapOffset(reader.GetModuleDefinition().Mvid);
            identity = start + reader.GetHeapMetadataOffset(HeapIndex.Guid) + ((index - 1) * 16);
        }

        BitConverter.TryWriteBytes(bytes.AsSpan(place), (ushort)version.Major);
        BitConverter.TryWriteBytes(bytes.AsSpan(place + 2), (ushort)version.Minor);
        BitConverter.TryWriteBytes(bytes.AsSpan(place + 4), (ushort)version.Build);
        // The runtime takes two files of one build for one.
        bytes[identity] ^= 1;
        File.WriteAllBytes(assembly, bytes);
    }

    private string Install(string version)
    {
        var source = Path.Combine(ModuleRunspace.Root, "out", "IdentityPool");
        var home = Path.Combine(Modules, "IdentityPool", version);
        foreach (var file in Directory.GetFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(home, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }

        return home;
    }
}
