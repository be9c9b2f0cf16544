using System.Collections;
using System.Management.Automation.Language;
using System.Text.RegularExpressions;

namespace IdentityPools.Packager;

/// <summary>What a module manifest says of the module, in the words of the manifest.</summary>
public sealed partial class ModuleManifest
{
    private readonly Hashtable values;
    private readonly Hashtable gallery;

    private ModuleManifest(string name, Hashtable values)
    {
        Name = name;
        this.values = values;
        gallery = values["PrivateData"] is Hashtable data && data["PSData"] is Hashtable found ? found : [];
    }

    /// <summary>The module's name, which is the manifest's.</summary>
    public string Name { get; }

    /// <summary>The version, with the suffix of a prerelease.</summary>
    public string Version =>
        gallery["Prerelease"] switch
        {
            null or "" => Number,
            string suffix when suffix.All(char.IsAsciiLetterOrDigit) => $"{Number}-{suffix}",
            var suffix => throw new PackagingException($"{Name}.psd1 has the Prerelease '{suffix}'. The Gallery takes letters and digits only, as in beta1."),
        };

    /// <summary>Words that the module is found by.</summary>
    public IReadOnlyList<string> Tags =>
        List(gallery, "Tags") is var tags && tags.FirstOrDefault(tag => tag.Any(char.IsWhiteSpace)) is { } torn
            ? throw new PackagingException($"{Name}.psd1 has the tag '{torn}'. The Gallery would make several of it: write it without spaces.")
            : tags;

    /// <summary>The cmdlets.</summary>
    public IReadOnlyList<string> Cmdlets => List(values, "CmdletsToExport");

    /// <summary>Whether the licence must be accepted before the module is installed.</summary>
    public bool RequireLicenseAcceptance => gallery["RequireLicenseAcceptance"] is true;

    /// <summary>Reads a manifest, without running anything in it.</summary>
    /// <param name="path">The file.</param>
    /// <returns>What it says.</returns>
    public static ModuleManifest Read(string path)
    {
        try
        {
            return new(Path.GetFileNameWithoutExtension(path), (Hashtable)Table(path).SafeGetValue());
        }
        catch (InvalidOperationException fault)
        {
            throw new PackagingException($"{Path.GetFileName(path)} holds something else than values. Only what stands there as it is can be read.", fault);
        }
    }

    /// <summary>Puts release notes into a manifest.</summary>
    /// <param name="path">The file.</param>
    /// <param name="notes">The text in place of what it has.</param>
    public static void WriteReleaseNotes(string path, string notes)
    {
        var value =
            Table(path)
                .FindAll(ast => ast is HashtableAst, searchNestedScriptBlocks: false)
                .Cast<HashtableAst>()
                .SelectMany(table => table.KeyValuePairs)
                .SingleOrDefault(pair => pair.Item1 is StringConstantExpressionAst { Value: "ReleaseNotes" })
                ?.Item2
            ?? throw new PackagingException($"{Path.GetFileName(path)} has no ReleaseNotes to fill in. Give it one under PSData.");
        var text = File.ReadAllText(path);
        var literal = $"'{CodeGeneration.EscapeSingleQuotedStringContent(notes)}'";
        File.WriteAllText(path, text[..value.Extent.StartOffset] + literal + text[value.Extent.EndOffset..]);
    }

    /// <summary>A text that a manifest must have.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The text.</returns>
    public string Text(string key) => Required(values, key);

    /// <summary>A text that a manifest must have for the Gallery, under PSData.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The text.</returns>
    public string GalleryText(string key) => Required(gallery, key);

    /// <summary>An address that a manifest must have for the Gallery, under PSData.</summary>
    /// <param name="key">Its name.</param>
    /// <returns>The address.</returns>
    public Uri GalleryAddress(string key) =>
        Uri.TryCreate(GalleryText(key), UriKind.Absolute, out var address) && address.Scheme == Uri.UriSchemeHttps
            ? address
            : throw new PackagingException($"{Name}.psd1 has the {key} '{GalleryText(key)}'. It must be an address that begins with https://.");

    // Two or four parts are other versions on the feed than in the manifest.
    private string Number =>
        Text("ModuleVersion") is var number && ThreeParts().IsMatch(number)
            ? number
            : throw new PackagingException($"{Name}.psd1 has the ModuleVersion '{number}'. Write it with three numbers, as in 1.2.0.");

    private static HashtableAst Table(string path)
    {
        var tree = Parser.ParseFile(path, out _, out var faults);
        return faults is [var first, ..]
            ? throw new PackagingException($"{Path.GetFileName(path)} line {first.Extent.StartLineNumber}: {first.Message}")
            : tree.Find(ast => ast is HashtableAst, searchNestedScriptBlocks: false) as HashtableAst
                ?? throw new PackagingException($"{Path.GetFileName(path)} is no module manifest: it holds no hashtable.");
    }

    private static IReadOnlyList<string> List(Hashtable table, string key) => table[key] is object[] items ? [.. items.Cast<string>()] : [];

    private string Required(Hashtable table, string key) =>
        table[key] is string { Length: > 0 } text ? text : throw new PackagingException($"{Name}.psd1 has no {key}, and the Gallery wants one.");

    [GeneratedRegex(@"^\d+\.\d+\.\d+$", RegexOptions.CultureInvariant)]
    private static partial Regex ThreeParts();
}
