using System.ComponentModel;
using System.Diagnostics;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using IdentityPools.Packager;
using Xunit;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>What stops a package, and what goes through unharmed.</summary>
public sealed class PackagerTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void The_section_of_the_version_is_the_release_notes() =>
        Assert.Equal(
            "### Added\n\n- This.",
            Log("# Changelog\n\n## 1.1.0\n\nLater.\n\n## 1.0.0 (2026-01-31)\n\n### Added\n\n- This.\n\n## 0.9.0\n\nOld.\n").NotesOf("1.0.0", release: true)
        );

    [Fact]
    public void What_is_not_released_stands_before() =>
        Assert.Equal("## Unreleased\n\nNew.\n\n## 1.0.0\n\nThis.", Log("## Unreleased\n\nNew.\n\n## 1.0.0\n\nThis.\n").NotesOf("1.0.0", release: false));

    [Theory]
    [InlineData("## Unreleased\n\nNew.\n\n## 1.0.0\n\nThis.\n", "Put them under the version that is published")]
    [InlineData("## 0.9.0\n\nOld.\n", "nothing under '## 1.0.0'")]
    [InlineData("## 1.0.0\n\n## 0.9.0\n\nOld.\n", "nothing under '## 1.0.0'")]
    [InlineData("## 1.0.0\n\nThis.\n\n## 1.0.0\n\nThat.\n", "two sections '## 1.0.0'")]
    public void A_changelog_can_be_not_ready(string text, string fragment)
    {
        var fault = Assert.Throws<PackagingException>(() => Log(text).NotesOf("1.0.0", release: true));

        Assert.Contains(fragment, fault.Message, StringComparison.Ordinal);
        Assert.Contains("CHANGELOG.md", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("It's \"quoted\", $(Get-Date), `ticked` and 'done'")]
    [InlineData("two\n\nlines, ‘curly’ and ü")]
    [InlineData("@{ x = 1 } # no comment")]
    public void Release_notes_come_through_the_manifest_unharmed(string notes)
    {
        var path = Path.Combine(directory, "Sample.psd1");
        File.WriteAllText(
            path,
            "@{\n    ModuleVersion = '1.0.0'\n    PrivateData = @{ PSData = @{ Prerelease = 'beta1'; ReleaseNotes = 'elsewhere'; Tags = @('a', 'b') } }\n}\n"
        );

        ModuleManifest.WriteReleaseNotes(path, notes);

        var manifest = ModuleManifest.Read(path);
        Assert.Equal((notes, "1.0.0-beta1", "Sample"), (manifest.GalleryText("ReleaseNotes"), manifest.Version, manifest.Name));
        Assert.Equal(["a", "b"], manifest.Tags);
    }

    [Theory]
    [InlineData("@{ ModuleVersion = '1.0.0' }", "no ReleaseNotes")]
    [InlineData("@{ ModuleVersion = ", "line 1")]
    [InlineData("'text'", "no module manifest")]
    public void A_manifest_can_be_not_ready(string text, string fragment)
    {
        var path = Path.Combine(directory, "Sample.psd1");
        File.WriteAllText(path, text);

        Assert.Contains(fragment, Assert.Throws<PackagingException>(() => ModuleManifest.WriteReleaseNotes(path, "x")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("beta1", "1.0.0-beta1")]
    [InlineData("", "1.0.0")]
    public void A_prerelease_is_part_of_the_version(string suffix, string version) => Assert.Equal(version, WithPrerelease(suffix).Version);

    [Theory]
    [InlineData("beta.1")]
    [InlineData("beta+1")]
    [InlineData("-beta")]
    public void A_prerelease_that_the_gallery_refuses_is_refused_before(string suffix) =>
        Assert.Contains(
            $"the Prerelease '{suffix}'",
            Assert.Throws<PackagingException>(() => WithPrerelease(suffix).Version).Message,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("1.0")]
    [InlineData("1.0.0.0")]
    [InlineData("1.0.x")]
    public void A_version_that_the_feed_would_write_otherwise_is_refused(string version) =>
        Assert.Contains($"the ModuleVersion '{version}'", Refusal($"ModuleVersion = '{version}'", manifest => manifest.Version), StringComparison.Ordinal);

    [Fact]
    public void A_tag_that_the_gallery_would_split_is_refused() =>
        Assert.Contains(
            "the tag 'identity pool'",
            Refusal("PrivateData = @{ PSData = @{ Tags = @('AWS', 'identity pool') } }", manifest => manifest.Tags),
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("http://example.com/")]
    [InlineData("C:/licence.txt")]
    public void A_link_that_leads_nowhere_is_refused(string link) =>
        Assert.Contains(
            $"the LicenseUri '{link}'",
            Refusal($"PrivateData = @{{ PSData = @{{ LicenseUri = '{link}' }} }}", manifest => manifest.GalleryAddress("LicenseUri")),
            StringComparison.Ordinal
        );

    [Fact]
    public void A_manifest_that_computes_is_refused() =>
        Assert.Contains("something else than values", Refusal("ModuleVersion = (Get-Date)", manifest => manifest.Version), StringComparison.Ordinal);

    [Fact]
    public void A_changelog_that_is_missing_is_told_as_msbuild_reads_it()
    {
        using var errors = new StringWriter();

        Assert.Equal(1, IdentityPools.Packager.Packaging.Run([directory, Path.Combine(directory, "none.md"), directory, directory], TextWriter.Null, errors));
        Assert.Matches("^Packager : error PACKAGE: .*none\\.md", errors.ToString());
    }

    [Fact]
    public void A_package_that_was_not_restored_is_named()
    {
        var source = Path.Combine(ModuleRunspace.Root, "out", "IdentityPool", "lib");
        foreach (var file in Directory.GetFiles(source))
        {
            File.Copy(file, Path.Combine(directory, Path.GetFileName(file)));
        }

        var fault = Assert.Throws<PackagingException>(() => ShippedPackage.Find(directory, Path.Combine(directory, "packages")));

        Assert.StartsWith("AWSSDK.", fault.Message, StringComparison.Ordinal);
        Assert.Contains("does not have it", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_package_is_published_from_a_commit_only()
    {
        Assert.SkipUnless(Git("init", "--quiet") == 0, "There is no git here.");
        File.WriteAllText(Path.Combine(directory, ".gitignore"), "out/\n");
        File.WriteAllText(Path.Combine(directory, "README.md"), "first");
        Assert.Equal(0, Git("add", "--all"));
        Assert.Equal(0, Git("-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "--quiet", "--message", "first"));
        Checkout.MustBeClean(directory);
        Directory.CreateDirectory(Path.Combine(directory, "out"));
        File.WriteAllText(Path.Combine(directory, "out", "built.dll"), "");
        Checkout.MustBeClean(directory);

        File.WriteAllText(Path.Combine(directory, "README.md"), "second");
        File.WriteAllText(Path.Combine(directory, "stray.txt"), "");

        Assert.StartsWith(
            "These files are not as any commit has them: README.md, stray.txt. ",
            Assert.Throws<PackagingException>(() => Checkout.MustBeClean(directory)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_package_is_not_published_from_a_folder_without_commits()
    {
        Log("## 1.0.0\n\nThis.\n");
        using var errors = new StringWriter();

        var exitCode = IdentityPools.Packager.Packaging.Run(
            [directory, Path.Combine(directory, "CHANGELOG.md"), directory, directory, "--release"],
            TextWriter.Null,
            errors
        );

        Assert.Equal(1, exitCode);
        Assert.StartsWith("Packager : error PACKAGE: git ", errors.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_is_told_as_msbuild_reads_it_and_leaves_no_package()
    {
        File.WriteAllText(Path.Combine(directory, "Sample.psd1"), "@{ ModuleVersion = '1.0.0' }");
        var stale = Path.Combine(directory, "Sample.1.0.0.nupkg");
        File.WriteAllText(stale, "");
        Log("## 1.0.0\n\nThis.\n");
        using var errors = new StringWriter();

        var exitCode = IdentityPools.Packager.Packaging.Run(
            [directory, Path.Combine(directory, "CHANGELOG.md"), directory, directory],
            TextWriter.Null,
            errors
        );

        Assert.Equal(1, exitCode);
        Assert.Equal("Packager : error PACKAGE: Sample.psd1 has no ReleaseNotes to fill in. Give it one under PSData.", errors.ToString().TrimEnd());
        Assert.False(File.Exists(stale));
    }

    [Fact]
    public void An_assembly_that_was_not_laid_out_is_named()
    {
        var dependencies = Path.Combine(ModuleRunspace.Root, "out", "IdentityPool", "lib", "IdentityPool.Adapters.deps.json");
        File.Copy(dependencies, Path.Combine(directory, "IdentityPool.Adapters.deps.json"));

        Assert.Contains(
            "AWSSDK.Core.dll is not laid out",
            Assert.Throws<PackagingException>(() => ShippedPackage.Find(directory, directory)).Message,
            StringComparison.Ordinal
        );
    }

    private ModuleManifest WithPrerelease(string suffix)
    {
        var path = Path.Combine(directory, "Sample.psd1");
        File.WriteAllText(path, $"@{{ ModuleVersion = '1.0.0'; PrivateData = @{{ PSData = @{{ Prerelease = '{suffix}' }} }} }}");
        return ModuleManifest.Read(path);
    }

    private string Refusal<T>(string line, Func<ModuleManifest, T> read)
    {
        var path = Path.Combine(directory, "Sample.psd1");
        File.WriteAllText(path, $"@{{ {line} }}");
        return Assert
            .Throws<PackagingException>(() =>
            {
                _ = read(ModuleManifest.Read(path));
            })
            .Message;
    }

    private int Git(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("git", arguments) { WorkingDirectory = directory }.WithInitialEnvironment())!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return -1;
        }
    }

    private ChangeLog Log(string text)
    {
        var path = Path.Combine(directory, "CHANGELOG.md");
        File.WriteAllText(path, text);
        return ChangeLog.Read(path);
    }
}
