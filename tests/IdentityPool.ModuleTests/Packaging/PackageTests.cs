using System.Text;
using System.Xml.Linq;
using IdentityPools.HelpPages.Engine;
using IdentityPools.Packager;
using Xunit;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>The package from outside: what the Gallery reads, and which files it holds.</summary>
public sealed class PackageTests(PackedModule module)
{
    private static readonly string[] Views = ["Format", "Types"];
    private static readonly string[] Shipped = ["AWSSDK.Core", "AWSSDK.SSO", "AWSSDK.SSOOIDC", "AWSSDK.SecurityToken", "YamlDotNet"];

    [Fact]
    public async Task Packing_again_gives_the_same_bytes() =>
        Assert.Equal(
            await File.ReadAllBytesAsync(await module.PackageAsync(), TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(await module.PackAgainAsync(), TestContext.Current.CancellationToken)
        );

    [Fact]
    public async Task The_package_is_named_by_id_and_version() =>
        Assert.Equal($"IdentityPool.{PackedModule.Manifest.Version}.nupkg", Path.GetFileName(await module.PackageAsync()));

    [Fact]
    public async Task Its_metadata_are_those_of_the_manifest()
    {
        var metadata = await module.NuspecAsync();
        var manifest = PackedModule.Manifest;

        Assert.Equal(
            [
                ("id", "IdentityPool"),
                ("version", manifest.Version),
                ("authors", manifest.Text("Author")),
                ("owners", manifest.Text("CompanyName")),
                ("requireLicenseAcceptance", "false"),
                ("licenseUrl", manifest.GalleryText("LicenseUri")),
                ("projectUrl", manifest.GalleryText("ProjectUri")),
                ("iconUrl", manifest.GalleryText("IconUri")),
                ("description", manifest.Text("Description")),
                ("copyright", manifest.Text("Copyright")),
            ],
            metadata
                .Elements()
                .Where(element => element.Name.LocalName is not ("tags" or "releaseNotes"))
                .Select(element => (element.Name.LocalName, element.Value))
        );
    }

    [Fact]
    public async Task Its_tags_lead_to_the_module_and_to_each_command()
    {
        var tags = Value(await module.NuspecAsync(), "tags");
        var cmdlets = PackedModule.Manifest.Cmdlets;

        Assert.NotEmpty(cmdlets);
        Assert.Equal(
            [
                "PSModule",
                .. PackedModule.Manifest.Tags,
                "PSIncludes_Cmdlet",
                .. cmdlets.Select(name => $"PSCmdlet_{name}"),
                .. cmdlets.Select(name => $"PSCommand_{name}"),
            ],
            tags.Split(' ')
        );
        // More the Gallery does not take.
        Assert.InRange(tags.Length, 1, 4000);
    }

    [Fact]
    public async Task Its_release_notes_are_the_changelogs_and_the_manifest_has_them_too()
    {
        var notes = ChangeLog.Read(Path.Combine(ModuleRunspace.Root, "CHANGELOG.md")).NotesOf(PackedModule.Manifest.Version, release: false);
        var home = Directory.CreateTempSubdirectory();
        try
        {
            var packed = ModuleManifest.Read(Path.Combine(await module.InstallAsync(home.FullName), "IdentityPool.psd1"));

            Assert.Contains("`New-IdentityPool`", notes, StringComparison.Ordinal);
            Assert.Equal(notes, packed.GalleryText("ReleaseNotes"));
            Assert.Equal(notes, Value(await module.NuspecAsync(), "releaseNotes").ReplaceLineEndings("\n"));
        }
        finally
        {
            home.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task It_holds_exactly_what_a_user_needs()
    {
        var root = ModuleRunspace.Root;
        var examples = Path.Combine(root, "examples");
        string[] expected =
        [
            "IdentityPool.psd1",
            "IdentityPool.dll",
            "IdentityPool.Core.dll",
            "IdentityPool.Isolation.dll",
            .. Views.Select(view => $"IdentityPool.{view}.ps1xml"),
            "lib/IdentityPool.Adapters.dll",
            "lib/IdentityPool.Adapters.deps.json",
            "lib/IdentityPool.Sandbox.dll",
            "lib/IdentityPool.Sandbox.deps.json",
            "lib/AwsServiceClients.dll",
            .. Shipped.Select(name => $"lib/{name}.dll"),
            "en-US/IdentityPool.dll-Help.xml",
            .. Directory.GetFiles(Path.Combine(root, "docs", "en-US"), "about_*.md").Select(page => $"en-US/{Path.GetFileNameWithoutExtension(page)}.help.txt"),
            .. Directory
                .GetFiles(examples, "*", SearchOption.AllDirectories)
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.Contains("/out/", StringComparison.Ordinal)),
            "LICENSE",
            "README.md",
            "CHANGELOG.md",
            "icon.png",
            "THIRD-PARTY-NOTICES.txt",
            "IdentityPool.cdx.json",
            "IdentityPool.nuspec",
            "[Content_Types].xml",
            "_rels/.rels",
            "package/services/metadata/core-properties/nuget.psmdcp",
        ];

        Assert.Equal(expected.Order(StringComparer.Ordinal), (await module.FilesAsync()).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Its_parts_are_declared_as_open_packaging_wants()
    {
        var files = await module.FilesAsync();

        var targets = Xml(files["_rels/.rels"]).Elements().Select(relation => relation.Attribute("Target")!.Value);
        Assert.Equal(["/IdentityPool.nuspec", "/package/services/metadata/core-properties/nuget.psmdcp"], targets);
        var types = Xml(files["[Content_Types].xml"]).Elements().ToList();
        var extensions = types.Select(type => type.Attribute("Extension")?.Value).OfType<string>().ToHashSet();
        var parts = types.Select(type => type.Attribute("PartName")?.Value).OfType<string>().ToHashSet();
        Assert.All(
            files.Keys.Where(name => name != "[Content_Types].xml"),
            name => Assert.True(extensions.Contains(Path.GetExtension(name).TrimStart('.')) || parts.Contains($"/{name}"), name)
        );
    }

    private static string Value(XElement metadata, string name) => metadata.Elements().Single(element => element.Name.LocalName == name).Value;

    private static XElement Xml(byte[] bytes) => XElement.Parse(Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF'));
}
