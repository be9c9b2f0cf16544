using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;
using ServiceClientGenerator;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

/// <summary>What the generator makes of a small model, and what it says of one that it cannot use.</summary>
public sealed class GeneratorTests
{
    private const string List = """
        {
          "paint": {
            "namespace": "Amazon.Paint",
            "client": "AmazonPaint",
            "renamed": {"Pot": "PaintPot"},
            "operations": ["Mix", "Dry"]
          }
        }
        """;

    private const string Model = """
        {
          "protocol": "json",
          "apiVersion": "2020-01-01",
          "targetPrefix": "PaintService",
          "operations": {
            "Mix": {"input": "MixInput", "output": "Pot", "errors": ["Spilled"]},
            "Dry": {"unsigned": true},
            "Burn": {"input": "BurnInput"}
          },
          "errors": {"Spilled": 400, "EmptyException": 404},
          "shapes": {
            "BurnInput": {"type": "structure", "members": {"Heat": "Count"}},
            "Count": {"type": "integer"},
            "MixInput": {"type": "structure", "members": {"pots": "Pots", "Quick": "Flag", "Until": "Moment", "Coats": "Count", "Gloss": "glossType", "Glosses": "Glosses", "Labels": "Labels", "Name": "Name"}},
            "Flag": {"type": "boolean"},
            "Glosses": {"type": "list", "member": "glossType"},
            "Labels": {"type": "map", "key": "Name", "value": "glossType"},
            "Moment": {"type": "timestamp"},
            "Name": {"type": "string", "min": 1, "pattern": "[\\w\"]+"},
            "Pot": {"type": "structure", "members": {"Colour": "Name", "Within": "Pot"}},
            "Pots": {"type": "list", "member": "Pot"},
            "glossType": {"type": "string", "enum": ["matt", "semi-gloss", "Equals"]}
          }
        }
        """;

    [Fact]
    public void A_request_has_the_members_of_the_input_by_the_names_and_types_of_the_SDK()
    {
        var request = Made().GetTypeByMetadataName("Amazon.Paint.Model.MixRequest")!;

        Assert.Equal("Amazon.Paint.Model.AmazonPaintRequest", request.BaseType!.ToDisplayString());
        Assert.Equal(
            [
                "Pots: System.Collections.Generic.List<Amazon.Paint.Model.PaintPot>?",
                "Quick: bool?",
                "Until: System.DateTime?",
                "Coats: int?",
                "Gloss: Amazon.Paint.GlossType?",
                "Glosses: System.Collections.Generic.List<string>?",
                "Labels: System.Collections.Generic.Dictionary<string, string>?",
                "Name: string?",
            ],
            Properties(request)
        );
    }

    [Fact]
    public void A_structure_that_is_an_output_and_a_part_is_two_types()
    {
        var made = Made();

        Assert.Equal("Amazon.Runtime.AmazonWebServiceResponse", made.GetTypeByMetadataName("Amazon.Paint.Model.MixResponse")!.BaseType!.ToDisplayString());
        Assert.Equal(["Colour: string?", "Within: Amazon.Paint.Model.PaintPot?"], Properties(made.GetTypeByMetadataName("Amazon.Paint.Model.PaintPot")!));
        Assert.Null(made.GetTypeByMetadataName("Amazon.Paint.Model.Pot"));
    }

    [Fact]
    public void What_no_used_operation_needs_is_not_made()
    {
        var made = Made();

        Assert.Null(made.GetTypeByMetadataName("Amazon.Paint.Model.BurnRequest"));
        Assert.Equal(
            ["MixAsync", "DryAsync"],
            made.GetTypeByMetadataName("Amazon.Paint.IAmazonPaint")!
                .GetMembers()
                .OfType<IMethodSymbol>()
                .Select(method => method.Name)
                .Where(name => name.EndsWith("Async", StringComparison.Ordinal))
        );
        Assert.Empty(Properties(made.GetTypeByMetadataName("Amazon.Paint.Model.DryRequest")!));
    }

    [Fact]
    public void An_enumeration_has_a_constant_for_each_text()
    {
        var enumeration = Made().GetTypeByMetadataName("Amazon.Paint.GlossType")!;

        Assert.Equal("Amazon.Runtime.ConstantClass", enumeration.BaseType!.ToDisplayString());
        Assert.Equal(["Matt", "Semi_gloss", "Equals"], enumeration.GetMembers().OfType<IFieldSymbol>().Select(field => field.Name));
    }

    [Theory]
    [InlineData("SpilledException")]
    [InlineData("EmptyException")]
    public void An_exception_has_the_five_public_constructors(string name)
    {
        var exception = Made().GetTypeByMetadataName($"Amazon.Paint.Model.{name}")!;

        Assert.Equal("Amazon.Paint.AmazonPaintException", exception.BaseType!.ToDisplayString());
        Assert.Equal(
            [
                "Exception",
                "string",
                "string, ErrorType, string, string, HttpStatusCode",
                "string, Exception",
                "string, Exception, ErrorType, string, string, HttpStatusCode",
            ],
            exception
                .InstanceConstructors.Where(constructor => constructor.DeclaredAccessibility == Accessibility.Public)
                .Select(constructor =>
                    string.Join(
                        ", ",
                        constructor.Parameters.Select(parameter => parameter.Type.ToDisplayString(SymbolDisplayFormat.MinimallyQualifiedFormat).TrimEnd('?'))
                    )
                )
                .Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public void A_change_of_another_file_makes_nothing_anew()
    {
        var texts = Texts(List, Model);
        GeneratorDriver driver = CSharpGeneratorDriver.Create(
            [new ClientGenerator().AsSourceGenerator()],
            texts,
            driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true)
        );
        driver = driver.RunGenerators(CSharpCompilation.Create("Sample"), TestContext.Current.CancellationToken);

        driver = driver.RunGenerators(
            CSharpCompilation.Create("Sample", [CSharpSyntaxTree.ParseText("class Other;", cancellationToken: TestContext.Current.CancellationToken)]),
            TestContext.Current.CancellationToken
        );

        Assert.All(
            driver.GetRunResult().Results.Single().TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(step => step.Outputs),
            output => Assert.Equal(IncrementalStepRunReason.Cached, output.Reason)
        );
    }

    [Theory]
    [InlineData("\"Within\": \"Pot\"", "\"Within\": \"Lid\"", "paint.json", 20, "The shape 'Lid' is missing.")]
    [InlineData("\"output\": \"Pot\"", "\"output\": \"Bucket\"", "paint.json", 6, "The shape 'Bucket' is missing.")]
    [InlineData(
        "\"type\": \"boolean\"",
        "\"type\": \"blob\"",
        "paint.json",
        15,
        "The type 'blob' is not known; structure, list, map, string, integer, boolean, timestamp are."
    )]
    [InlineData("\"apiVersion\": \"2020-01-01\",", "", "paint.json", 1, "'apiVersion' is missing.")]
    [InlineData("\"apiVersion\": \"2020-01-01\",", "\"apiVersion\": 2020,", "paint.json", 3, "A text is wanted here.")]
    [InlineData("\"protocol\": \"json\"", "\"protocol\": \"cbor\"", "paint.json", 2, "The protocol 'cbor' is not known; 'json' and 'query' are.")]
    [InlineData("\"Dry\": {", "\"Mix\": {", "paint.json", 7, "'Mix' is there already.")]
    [InlineData("\"errors\": {", "\"errors\" {", "paint.json", 10, "':' is missing.")]
    [InlineData("\"operations\": [\"Mix\", \"Dry\"]", "\"operations\": [\"Mix\", \"Stir\"]", "ServiceClients.json", 6, "The model has no operation 'Stir'.")]
    [InlineData("{\"Pot\": \"PaintPot\"}", "{\"Jar\": \"PaintPot\"}", "ServiceClients.json", 5, "The model has no shape 'Jar' to rename.")]
    [InlineData("\"paint\": {", "\"glue\": {", "ServiceClients.json", 2, "There is no model 'glue.json'.")]
    public void What_cannot_be_used_is_an_error_at_its_place(string text, string replacement, string file, int line, string message)
    {
        Assert.Contains(text, List + Model, StringComparison.Ordinal);

        var diagnostics = Run(
            List.Replace(text, replacement, StringComparison.Ordinal),
            Model.Replace(text, replacement, StringComparison.Ordinal)
        ).Diagnostics;

        var diagnostic = Assert.Single(diagnostics);
        Assert.Equal((DiagnosticSeverity.Error, message), (diagnostic.Severity, diagnostic.GetMessage(null)));
        Assert.Equal((file, line), (diagnostic.Location.GetLineSpan().Path, diagnostic.Location.GetLineSpan().StartLinePosition.Line + 1));
    }

    [Fact]
    public void A_text_that_ends_too_early_is_an_error()
    {
        for (var length = 0; length < Model.Length; length++)
        {
            var diagnostic = Assert.Single(Run(List, Model[..length]).Diagnostics);
            Assert.Equal("paint.json", diagnostic.Location.GetLineSpan().Path);
        }
    }

    private static CSharpCompilation Made()
    {
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create(
            "Sample",
            references: references,
            options: new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
        var result = Run(List, Model);
        Assert.Empty(result.Diagnostics);
        var usings = CSharpSyntaxTree.ParseText(
            "global using System; global using System.Collections.Generic; global using System.Threading; global using System.Threading.Tasks;"
        );
        return compilation.AddSyntaxTrees([usings, .. result.GeneratedTrees]);
    }

    private static GeneratorDriverRunResult Run(string list, string model) =>
        CSharpGeneratorDriver
            .Create(new ClientGenerator())
            .AddAdditionalTexts(Texts(list, model))
            .RunGenerators(CSharpCompilation.Create("Sample"))
            .GetRunResult();

    private static ImmutableArray<AdditionalText> Texts(string list, string model) => [new Given("ServiceClients.json", list), new Given("paint.json", model)];

    private static IEnumerable<string> Properties(INamedTypeSymbol type) =>
        type.GetMembers().OfType<IPropertySymbol>().Select(property => $"{property.Name}: {property.Type.ToDisplayString(Format)}");

    private static readonly SymbolDisplayFormat Format = SymbolDisplayFormat.CSharpErrorMessageFormat.AddMiscellaneousOptions(
        SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier
    );

    private sealed class Given(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text);
    }
}
