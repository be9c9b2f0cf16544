namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A directory that lasts as long as the tests of a file.</summary>
internal sealed class TestDrive : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("testdrive").FullName;

    public void Dispose()
    {
        foreach (var file in Directory.GetFiles(Path, "*", SearchOption.AllDirectories))
        {
            File.SetAttributes(file, FileAttributes.Normal);
        }

        Directory.Delete(Path, recursive: true);
    }
}
