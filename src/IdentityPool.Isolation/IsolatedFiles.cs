using System.Text.Json;

namespace IdentityPools.Isolation;

/// <summary>The files that an isolated assembly was laid out with.</summary>
internal static class IsolatedFiles
{
    /// <summary>Finds what someone, a virus scanner or a broken copy has taken away, before an assembly half works.</summary>
    /// <param name="path">The isolated assembly.</param>
    /// <exception cref="FileNotFoundException">A file is missing; <see cref="FileNotFoundException.FileName"/> tells which.</exception>
    public static void Check(string path)
    {
        var dependencies = Path.ChangeExtension(path, ".deps.json");
        Check([path, dependencies]);
        using var document = JsonDocument.Parse(File.ReadAllBytes(dependencies));
        Check(
            document
                .RootElement.GetProperty("targets")
                .EnumerateObject()
                .SelectMany(target => target.Value.EnumerateObject())
                .SelectMany(library => library.Value.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(file => file.Name) : [])
                .Select(name => Path.Combine(Path.GetDirectoryName(path)!, Path.GetFileName(name)))
        );
    }

    private static void Check(IEnumerable<string> files)
    {
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } missing)
        {
            throw new FileNotFoundException(null, missing);
        }
    }
}
