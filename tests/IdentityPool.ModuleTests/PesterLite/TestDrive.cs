namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A directory that lasts as long as the tests of a file; what a block puts there lasts as long as the block.</summary>
internal sealed class TestDrive : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("testdrive").FullName;

    public HashSet<string> Entries => [.. Directory.EnumerateFileSystemEntries(Path, "*", SearchOption.AllDirectories)];

    /// <summary>Removes what is not among these.</summary>
    public void Keep(HashSet<string> entries)
    {
        foreach (var entry in Entries.Except(entries))
        {
            if (Directory.Exists(entry))
            {
                Unlock(entry);
                Directory.Delete(entry, recursive: true);
            }
            else if (File.Exists(entry))
            {
                File.SetAttributes(entry, FileAttributes.Normal);
                File.Delete(entry);
            }
        }
    }

    public void Dispose()
    {
        Unlock(Path);
        Directory.Delete(Path, recursive: true);
    }

    private static void Unlock(string directory)
    {
        foreach (var file in Directory.GetFiles(directory, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }
    }
}
