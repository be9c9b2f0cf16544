using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.Metadata.Ecma335;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Xunit;

namespace IdentityPools.UnitTests.Architecture;

/// <summary>
/// The folders of Core are floors: a folder uses only those named before it. Public types keep the names that scripts know, whatever folder they are in, so
/// a floor is where the source of a type stands, which the symbols tell, and not its namespace.
/// </summary>
public sealed partial class FloorTests
{
    private const string Project = "/src/IdentityPool.Core/";

    private static readonly string[] Floors =
    [
        "Values",
        "Validation",
        "Model",
        "Policies",
        "Template",
        "Simulation",
        "Findings",
        "Planning",
        "Diagrams",
        "Ports",
    ];

    private static readonly string Namespace = $@"(?:IdentityPools\.)?(?:(?:{string.Join('|', Floors)})\.)?";

    /// <summary>A name that a member is taken of, that is named itself, or that a <c>using</c> brings in.</summary>
    private static readonly Regex Named = new(
        $@"(?<![\w.]){Namespace}(?<name>[A-Z]\w*)(?=\.)|\b(?:nameof|typeof)\({Namespace}(?<name>[A-Z]\w*)|^using .*\.(?<name>[A-Z]\w*);",
        RegexOptions.Multiline
    );

    private static readonly System.Reflection.Assembly Core = typeof(IdentityPool).Assembly;
    private static readonly Dictionary<string, string[]> Files = SourcesOfTypes();

    [Fact]
    public void Every_folder_is_a_floor() => Assert.Equal(Floors.Order(), Files.Values.SelectMany(files => files).Select(FloorOf).Distinct().Order());

    [Fact]
    public void A_type_stands_on_one_floor() => Assert.All(Files, type => Assert.Single(type.Value.Select(FloorOf).Distinct()));

    [Fact]
    public void Internal_types_are_named_for_their_floor() =>
        AssertNone(
            Core.GetTypes()
                .Where(type => !type.IsNested && type.IsNotPublic && Files.ContainsKey(type.FullName!))
                .Where(type => type.Namespace != $"IdentityPools.{FloorOf(type.FullName!)}")
                .Select(type => $"{type.FullName} stands in {FloorOf(type.FullName!)}")
        );

    /// <summary>What the compiler wrote into the assembly: signatures, bodies, generic arguments, attributes.</summary>
    [Fact]
    public void A_floor_uses_only_those_below_it()
    {
        var arrows = new ArchLoader()
            .LoadAssembly(Core)
            .Build()
            .Types.SelectMany(type => type.Dependencies.Select(dependency => (From: Outermost(type.FullName), To: Outermost(dependency.Target.FullName))))
            .Where(arrow => Files.ContainsKey(arrow.From) && Files.ContainsKey(arrow.To))
            .Distinct()
            .ToList();

        Assert.NotEmpty(arrows);
        AssertNone(
            arrows
                .Where(arrow => Height(arrow.From) < Height(arrow.To))
                .Select(arrow => $"{arrow.From} ({FloorOf(arrow.From)}) -> {arrow.To} ({FloorOf(arrow.To)})")
        );
    }

    /// <summary>What the compiler puts in place and leaves no trace of in the assembly: constants and <c>nameof</c>. The sources tell.</summary>
    [Fact]
    public void A_floor_names_only_those_below_it()
    {
        var floors = Files.Keys.ToLookup(type => type[(type.LastIndexOf('.') + 1)..].Split('`')[0], FloorOf);
        var sources = Directory
            .GetFiles(SourceDirectory, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path: Relative(path), Text: File.ReadAllText(path)));
        var named = sources
            .Where(source => Floors.Contains(source.Path.Split('/')[0]))
            .SelectMany(source =>
                Named
                    .Matches(NotCode().Replace(source.Text, ""))
                    .SelectMany(match => floors[match.Groups["name"].Value].Select(floor => (source.Path, Name: match.Groups["name"].Value, Floor: floor)))
            )
            .ToList();

        Assert.NotEmpty(named);
        AssertNone(
            named
                .Where(use => Array.IndexOf(Floors, use.Path.Split('/')[0]) < Array.IndexOf(Floors, use.Floor))
                .Select(use => $"{use.Path} -> {use.Name} ({use.Floor})")
                .Distinct()
        );
    }

    /// <summary>The whole of every line, which xunit would cut.</summary>
    private static void AssertNone(IEnumerable<string> faults)
    {
        var lines = faults.Order(StringComparer.Ordinal).ToList();
        Assert.True(lines.Count == 0, string.Join(Environment.NewLine, lines));
    }

    private static string SourceDirectory =>
        typeof(FloorTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "CoreSources").Value!;

    private static string Relative(string path) => Path.GetRelativePath(SourceDirectory, path).Replace('\\', '/');

    private static int Height(string type) => Array.IndexOf(Floors, FloorOf(type));

    private static string FloorOf(string typeOrFile) => (Files.TryGetValue(typeOrFile, out var files) ? files[0] : typeOrFile).Split('/')[0];

    private static string Outermost(string name) => name.Split('+', '/')[0];

    /// <summary>The types of Core that somebody wrote, and the files that declare them, from the symbols inside of the assembly.</summary>
    private static Dictionary<string, string[]> SourcesOfTypes()
    {
        using var file = new PEReader(File.OpenRead(Core.Location));
        var metadata = file.GetMetadataReader();
        using var symbols = file.ReadEmbeddedPortablePdbDebugDirectoryData(
            file.ReadDebugDirectory().Single(entry => entry.Type == DebugDirectoryEntryType.EmbeddedPortablePdb)
        );
        var debug = symbols.GetMetadataReader();
        return metadata
            .TypeDefinitions.Where(type => metadata.GetTypeDefinition(type).GetDeclaringType().IsNil)
            .Select(type => (Name: NameOf(metadata, type), Files: FilesOf(metadata, debug, type)))
            .Where(type => type.Files.Length > 0)
            .ToDictionary(type => type.Name, type => type.Files, StringComparer.Ordinal);
    }

    private static string NameOf(MetadataReader metadata, TypeDefinitionHandle handle)
    {
        var type = metadata.GetTypeDefinition(handle);
        return $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}";
    }

    /// <summary>The files that the methods of a type stand in; of a type without any, the one that the compiler notes.</summary>
    private static string[] FilesOf(MetadataReader metadata, MetadataReader debug, TypeDefinitionHandle type)
    {
        var typeDocuments = new Guid("932E74BC-DBA9-4478-8D46-0F32A7BAB3D3");
        var bodies = metadata
            .GetTypeDefinition(type)
            .GetMethods()
            .Select(method => debug.GetMethodDebugInformation(method.ToDebugInformationHandle()))
            .SelectMany(method => method.GetSequencePoints().Select(point => point.Document).Prepend(method.Document));
        var noted = debug
            .GetCustomDebugInformation(type)
            .Select(debug.GetCustomDebugInformation)
            .Where(information => debug.GetGuid(information.Kind) == typeDocuments)
            .SelectMany(information => Documents(debug.GetBlobReader(information.Value)));
        return
        [
            .. bodies
                .Concat(noted)
                .Where(document => !document.IsNil)
                .Select(document => debug.GetString(debug.GetDocument(document).Name).Replace('\\', '/'))
                .Where(name => name.Contains(Project, StringComparison.Ordinal) && !name.Contains("/obj/", StringComparison.Ordinal))
                .Select(name => name[(name.LastIndexOf(Project, StringComparison.Ordinal) + Project.Length)..])
                .Where(name => !name.EndsWith(".g.cs", StringComparison.Ordinal))
                .Distinct(),
        ];

        static IEnumerable<DocumentHandle> Documents(BlobReader reader)
        {
            var documents = new List<DocumentHandle>();
            while (reader.RemainingBytes > 0)
            {
                documents.Add(MetadataTokens.DocumentHandle(reader.ReadCompressedInteger()));
            }

            return documents;
        }
    }

    /// <summary>Comments, and text that nothing is put into.</summary>
    [GeneratedRegex("""^\s*//.*$|\s//\s.*$|(?<![$"@])"(?:[^"\\\n]|\\.)*?(?<!\\)"(?!")""", RegexOptions.Multiline)]
    private static partial Regex NotCode();
}
