using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>Where each file of the package comes from can be told: sources, other people's work, hashes.</summary>
public sealed class ProvenanceTests(PackedModule module)
{
    private static readonly Guid SourceLink = new("CC110556-A091-4D38-9FEC-25AB9A351A6A");

    private static readonly string Sources = PackedModule
        .Manifest.GalleryText("ProjectUri")
        .Replace("github.com", "raw.githubusercontent.com", StringComparison.Ordinal);

    private static readonly string[] Licences = ["Apache-2.0", "MIT"];

    public static TheoryData<string> OwnAssemblies() =>
        [
            "IdentityPool.dll",
            "IdentityPool.Core.dll",
            "IdentityPool.Isolation.dll",
            "lib/IdentityPool.Adapters.dll",
            "lib/IdentityPool.Sandbox.dll",
            "lib/AwsServiceClients.dll",
        ];

    [Theory]
    [MemberData(nameof(OwnAssemblies))]
    public async Task An_assembly_brings_symbols_that_lead_to_its_sources(string name)
    {
        using var assembly = new PEReader(new MemoryStream((await module.FilesAsync())[name]));
        var debug = assembly.ReadDebugDirectory();
        using var symbols = assembly.ReadEmbeddedPortablePdbDebugDirectoryData(
            Assert.Single(debug, entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
        );
        var reader = symbols.GetMetadataReader();

        Assert.Contains(debug, entry => entry.Type == DebugDirectoryEntryType.Reproducible);
        var link = reader.CustomDebugInformation.Select(reader.GetCustomDebugInformation).Single(information => reader.GetGuid(information.Kind) == SourceLink);
        Assert.Matches(
            // The manifest's address, wherever the clone came from.
            $$"""^\{"documents":\{"/_/\*":"{{Regex.Escape(Sources)}}/[0-9a-f]{40}/\*"\}\}$""",
            Encoding.UTF8.GetString(reader.GetBlobBytes(link.Value))
        );
        Assert.All(reader.Documents, document => Assert.StartsWith("/_", reader.GetString(reader.GetDocument(document).Name), StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(OwnAssemblies))]
    public async Task An_assembly_knows_no_folder_of_the_machine(string name)
    {
        var assembly = (await module.FilesAsync())[name];

        Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.UTF8.GetBytes(ModuleRunspace.Root)));
        Assert.Equal(-1, assembly.AsSpan().IndexOf(Encoding.Unicode.GetBytes(ModuleRunspace.Root)));
    }

    [Fact]
    public async Task The_notices_name_each_assembly_of_others_with_its_licence()
    {
        var files = await module.FilesAsync();
        var notices = Encoding.UTF8.GetString(files["THIRD-PARTY-NOTICES.txt"]);
        var versions = XDocument
            .Load(Path.Combine(ModuleRunspace.Root, "Directory.Packages.props"))
            .Descendants("PackageVersion")
            .ToDictionary(package => package.Attribute("Include")!.Value, package => package.Attribute("Version")!.Value);
        var others = files.Keys.Where(name => name.EndsWith(".dll", StringComparison.Ordinal)).Except(OwnAssemblies().Select(row => row.Data)).ToList();

        Assert.Equal(5, others.Count);
        Assert.All(
            others,
            file =>
            {
                var id = Path.GetFileNameWithoutExtension(file);
                Assert.Matches(
                    $"(?m)^{id} {versions[id]}\n  File       {file}\n  Copyright  \\S.+\n  Licence    (MIT|Apache-2\\.0)\n  Link       https://\\S+$",
                    notices
                );
            }
        );
        Assert.Equal(others.Count, notices.Split("\n  Licence    ").Length - 1);
        Assert.Contains("Permission is hereby granted, free of charge", notices, StringComparison.Ordinal);
        Assert.Contains("Version 2.0, January 2004", notices, StringComparison.Ordinal);
        // What AWS says of the parts of its own assembly.
        Assert.Contains("Copyright (c) 2002 vbAccelerator.com", notices, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bill_of_materials_has_each_file_with_its_hash()
    {
        var files = await module.FilesAsync();
        string[] packaging = ["IdentityPool.cdx.json", "IdentityPool.nuspec", "[Content_Types].xml"];
        var bill = JsonNode.Parse(files["IdentityPool.cdx.json"])!;
        var components = bill["components"]!.AsArray().Select(component => component!).ToList();

        var listed = components
            .SelectMany(component => component["components"]?.AsArray().Select(file => file!) ?? [component])
            .ToDictionary(file => (string)file["name"]!, file => (string)file["hashes"]![0]!["content"]!);

        Assert.Equal(
            files
                .Where(file => !packaging.Contains(file.Key) && file.Key.Split('/')[0] is not ("_rels" or "package"))
                .ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value))),
            listed
        );
        Assert.Equal(PackedModule.Manifest.Version, (string?)bill["metadata"]!["component"]!["version"]);
        Assert.Equal("1.6", (string?)bill["specVersion"]);
        Assert.Equal(
            $"pkg:nuget/IdentityPool@{PackedModule.Manifest.Version}?repository_url=https%3A%2F%2Fwww.powershellgallery.com%2Fapi%2Fv2",
            (string?)bill["metadata"]!["component"]!["purl"]
        );
        var libraries = components.Where(component => (string?)component["type"] == "library").ToList();
        Assert.Equal(5, libraries.Count);
        Assert.All(libraries, library => Assert.Equal($"pkg:nuget/{library["name"]}@{library["version"]}", (string?)library["purl"]));
        Assert.All(libraries, library => Assert.Contains((string?)library["licenses"]![0]!["license"]!["id"], Licences));
    }
}
