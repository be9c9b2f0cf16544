using NuGet.Packaging;
using NuGet.Versioning;

namespace IdentityPools.Packager;

/// <summary>A package as PSResourceGet makes it, with the tags by which the Gallery finds commands.</summary>
public static class GalleryPackage
{
    /// <summary>The licence of the module.</summary>
    public const string Licence = "Apache-2.0";

    // 1980 is the first year that a zip can say, and not in every time zone. Seconds since 1970.
    private const string SameTimeForAll = "946684800";

    /// <summary>The files of a module in one order everywhere.</summary>
    /// <param name="stage">The folder with the module.</param>
    /// <returns>Paths relative to it.</returns>
    public static IReadOnlyList<string> Files(string stage) =>
        [
            .. Directory
                .GetFiles(stage, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(stage, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Writes the package.</summary>
    /// <param name="stage">The folder with the module.</param>
    /// <param name="manifest">What the module says of itself.</param>
    /// <param name="file">The package.</param>
    public static void Write(string stage, ModuleManifest manifest, string file)
    {
        // Licence and icon as addresses, as Publish-PSResource writes them: the Gallery is not known to take the newer elements.
        var builder = new PackageBuilder(deterministic: true)
        {
            DeterministicTimestamp = SameTimeForAll,
            Id = manifest.Name,
            Version = NuGetVersion.Parse(manifest.Version),
            Description = manifest.Text("Description"),
            Copyright = manifest.Text("Copyright"),
            LicenseUrl = manifest.GalleryAddress("LicenseUri"),
            ProjectUrl = manifest.GalleryAddress("ProjectUri"),
            IconUrl = manifest.GalleryAddress("IconUri"),
            ReleaseNotes = manifest.GalleryText("ReleaseNotes"),
            RequireLicenseAcceptance = manifest.RequireLicenseAcceptance,
        };
        builder.Authors.Add(manifest.Text("Author"));
        builder.Owners.Add(manifest.Text("CompanyName"));
        builder.Tags.AddRange(Tags(manifest));
        builder.Files.AddRange(Files(stage).Select(name => new PhysicalPackageFile { SourcePath = Path.Combine(stage, name), TargetPath = name }));

        // In memory first: a package is whole, or it is not there.
        using var content = new MemoryStream();
        builder.Save(content);
        File.WriteAllBytes(file, content.ToArray());
    }

    private static IEnumerable<string> Tags(ModuleManifest manifest) =>
        [
            "PSModule",
            .. manifest.Tags,
            "PSIncludes_Cmdlet",
            .. manifest.Cmdlets.Select(name => $"PSCmdlet_{name}"),
            .. manifest.Cmdlets.Select(name => $"PSCommand_{name}"),
        ];
}
