using System.Diagnostics;
using System.Text.Json;
using NuGet.Packaging;

namespace IdentityPools.Packager;

/// <summary>A package of others whose files travel with the module.</summary>
/// <param name="Id">Its id on the feed.</param>
/// <param name="Version">Its version.</param>
/// <param name="File">The assembly, relative to the module.</param>
/// <param name="Licence">The SPDX expression of its licence.</param>
/// <param name="Copyright">Whose it is.</param>
/// <param name="Link">Its home.</param>
public sealed record ShippedPackage(string Id, string Version, string File, string Licence, string Copyright, Uri Link)
{
    /// <summary>Its package URL.</summary>
    public string PackageUrl => $"pkg:nuget/{Id}@{Version}";

    /// <summary>Finds what of others a module holds, by the dependencies that its assemblies were built with.</summary>
    /// <param name="stage">The folder with the module.</param>
    /// <param name="packages">The folder of restored packages, which say who made them.</param>
    /// <returns>The packages in the order of their names.</returns>
    public static IReadOnlyList<ShippedPackage> Find(string stage, string packages) =>
        [
            .. Directory
                .GetFiles(stage, "*.deps.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal)
                .SelectMany(file => Libraries(file).Select(library => Read(stage, packages, Path.GetDirectoryName(file)!, library)))
                .OrderBy(package => package.Id, StringComparer.Ordinal),
        ];

    private static IEnumerable<(string Id, string Version, string Assembly)> Libraries(string dependencies)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(dependencies));
        var kinds = document.RootElement.GetProperty("libraries");
        foreach (var target in document.RootElement.GetProperty("targets").EnumerateObject())
        {
            foreach (var library in target.Value.EnumerateObject().Where(library => kinds.GetProperty(library.Name).GetProperty("type").ValueEquals("package")))
            {
                foreach (var assembly in library.Value.TryGetProperty("runtime", out var files) ? files.EnumerateObject().Select(file => file.Name) : [])
                {
                    var parts = library.Name.Split('/');
                    yield return (parts[0], parts[1], Path.GetFileName(assembly));
                }
            }
        }
    }

    private static ShippedPackage Read(string stage, string packages, string folder, (string Id, string Version, string Assembly) library)
    {
        var file = Path.Combine(folder, library.Assembly);
        if (!System.IO.File.Exists(file))
        {
            throw new PackagingException(
                $"{library.Id} {library.Version} is a dependency, but {library.Assembly} is not laid out. Add it to the module's files."
            );
        }

        var home = Path.Combine(packages, Lower(library.Id), Lower(library.Version), $"{Lower(library.Id)}.nuspec");
        if (!System.IO.File.Exists(home))
        {
            throw new PackagingException(
                $"{library.Id} {library.Version} is shipped, but '{packages}' does not have it to say whose it is. Restore into that folder, without fallback folders."
            );
        }

        var nuspec = new NuspecReader(home);
        return new(
            library.Id,
            library.Version,
            Path.GetRelativePath(stage, file).Replace('\\', '/'),
            nuspec.GetLicenseMetadata()?.License ?? throw Lacks(library.Id, "licence expression"),
            nuspec.GetCopyright() is { Length: > 0 } copyright
                ? copyright
                : FileVersionInfo.GetVersionInfo(file).LegalCopyright ?? throw Lacks(library.Id, "copyright"),
            new(nuspec.GetProjectUrl() is { Length: > 0 } link ? link : throw Lacks(library.Id, "project address"))
        );
    }

    // Folders of restored packages are written in lower case.
#pragma warning disable CA1308
    private static string Lower(string text) => text.ToLowerInvariant();
#pragma warning restore CA1308

    private static PackagingException Lacks(string id, string what) => new($"The package {id} has no {what}. Find out, and say it where packages are read.");
}
