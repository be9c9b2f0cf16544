namespace IdentityPools.Packager;

/// <summary>From staged files to a package.</summary>
public static class Packaging
{
    private const int Misused = 64;
    private const string ForRelease = "--release";

    /// <summary>Does what the command line says.</summary>
    /// <param name="arguments">The folder with the staged module, the changelog, the folder of restored packages, the folder for the package; <c>--release</c> at the
    /// end refuses what is not ready to be published.</param>
    /// <param name="output">Where to say what was made.</param>
    /// <param name="errors">Where to say what is wrong.</param>
    /// <returns>The exit code.</returns>
    public static int Run(string[] arguments, TextWriter output, TextWriter errors)
    {
        if (arguments is not [var stage, var changelog, var packages, var folder, .. var rest] || rest is not ([] or [ForRelease]))
        {
            errors.WriteLine($"Usage: Packager <staged module> <changelog> <folder of restored packages> <folder for the package> [{ForRelease}]");
            return Misused;
        }

        try
        {
            if (rest is [ForRelease])
            {
                Checkout.MustBeClean(Path.GetDirectoryName(Path.GetFullPath(changelog))!);
            }

            output.WriteLine(Make(stage, ChangeLog.Read(changelog), packages, folder, rest is [ForRelease]));
            return 0;
        }
        catch (Exception fault) when (fault is PackagingException or IOException or UnauthorizedAccessException)
        {
            // The form in which MSBuild takes a line for an error.
            errors.WriteLine($"Packager : error PACKAGE: {fault.Message}");
            return 1;
        }
    }

    /// <summary>Completes the staged module and packs it.</summary>
    /// <param name="stage">The folder with the staged module.</param>
    /// <param name="changelog">Where the release notes stand.</param>
    /// <param name="packages">The folder of restored packages.</param>
    /// <param name="folder">The folder for the package.</param>
    /// <param name="release">Whether what is not ready to be published is refused.</param>
    /// <returns>The package.</returns>
    public static string Make(string stage, ChangeLog changelog, string packages, string folder, bool release)
    {
        var manifestFile = Directory.GetFiles(stage, "*.psd1") is [var only]
            ? only
            : throw new PackagingException($"'{stage}' holds no module manifest, or several.");
        var draft = ModuleManifest.Read(manifestFile);
        var file = Path.GetFullPath(Path.Combine(folder, $"{draft.Name}.{draft.Version}.nupkg"));
        Directory.CreateDirectory(folder);
        // Whatever goes wrong now, no package of an earlier run may be taken for this one's.
        File.Delete(file);
        ModuleManifest.WriteReleaseNotes(manifestFile, changelog.NotesOf(draft.Version, release));
        var manifest = ModuleManifest.Read(manifestFile);

        var shipped = ShippedPackage.Find(stage, packages);
        File.WriteAllText(Path.Combine(stage, ThirdPartyNotices.FileName), ThirdPartyNotices.Of(shipped));
        BillOfMaterials.Write(stage, manifest, shipped);
        GalleryPackage.Write(stage, manifest, file);
        return file;
    }
}
