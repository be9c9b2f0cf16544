using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.Packager;

/// <summary>The software bill of materials, in CycloneDX 1.6: every file that is shipped, and the packages that files come from.</summary>
public static class BillOfMaterials
{
    private const string Gallery = "https://www.powershellgallery.com/api/v2";

    private static readonly JsonSerializerOptions Layout = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The file's name in the package of a module.</summary>
    /// <param name="module">The module's name.</param>
    /// <returns>A name by which tools know the format.</returns>
    public static string FileName(string module) => $"{module}.cdx.json";

    /// <summary>Writes the bill of the files that are there.</summary>
    /// <param name="stage">The folder with the module, complete but for the bill.</param>
    /// <param name="manifest">What the module says of itself.</param>
    /// <param name="packages">The packages of others in it.</param>
    public static void Write(string stage, ModuleManifest manifest, IReadOnlyList<ShippedPackage> packages)
    {
        var module = $"pkg:nuget/{manifest.Name}@{manifest.Version}?repository_url={Uri.EscapeDataString(Gallery)}";
        var bill = new JsonObject
        {
            ["$schema"] = "http://cyclonedx.org/schema/bom-1.6.schema.json",
            ["bomFormat"] = "CycloneDX",
            ["specVersion"] = "1.6",
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["component"] = Module(manifest, module) },
            ["components"] = new JsonArray([.. packages.Select(package => Library(stage, package)), .. OwnFiles(stage, packages)]),
            ["dependencies"] = new JsonArray([
                new JsonObject { ["ref"] = module, ["dependsOn"] = new JsonArray([.. packages.Select(package => (JsonNode)package.PackageUrl)]) },
                .. packages.Select(package => new JsonObject { ["ref"] = package.PackageUrl }),
            ]),
        };
        File.WriteAllText(Path.Combine(stage, FileName(manifest.Name)), bill.ToJsonString(Layout) + "\n");
    }

    private static JsonObject Module(ModuleManifest manifest, string reference) =>
        new()
        {
            ["type"] = "library",
            ["bom-ref"] = reference,
            ["name"] = manifest.Name,
            ["version"] = manifest.Version,
            ["description"] = manifest.Text("Description"),
            ["licenses"] = Licence(GalleryPackage.Licence),
            ["copyright"] = manifest.Text("Copyright"),
            ["purl"] = reference,
            ["externalReferences"] = Website(manifest.GalleryText("ProjectUri")),
        };

    private static JsonObject Library(string stage, ShippedPackage package) =>
        new()
        {
            ["type"] = "library",
            ["bom-ref"] = package.PackageUrl,
            ["name"] = package.Id,
            ["version"] = package.Version,
            ["licenses"] = Licence(package.Licence),
            ["copyright"] = package.Copyright,
            ["purl"] = package.PackageUrl,
            ["externalReferences"] = Website(package.Link.ToString()),
            ["components"] = new JsonArray(Component(stage, package.File)),
        };

    private static IEnumerable<JsonObject> OwnFiles(string stage, IReadOnlyList<ShippedPackage> packages) =>
        GalleryPackage.Files(stage).Except(packages.Select(package => package.File)).Select(file => Component(stage, file));

    private static JsonObject Component(string stage, string file) =>
        new()
        {
            ["type"] = "file",
            ["name"] = file,
            ["hashes"] = new JsonArray(
                new JsonObject { ["alg"] = "SHA-256", ["content"] = Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Path.Combine(stage, file)))) }
            ),
        };

    private static JsonArray Licence(string expression) => [new JsonObject { ["license"] = new JsonObject { ["id"] = expression } }];

    private static JsonArray Website(string address) => [new JsonObject { ["type"] = "website", ["url"] = address }];
}
