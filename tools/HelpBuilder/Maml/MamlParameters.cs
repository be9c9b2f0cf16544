using System.Text.RegularExpressions;
using System.Xml.Linq;
using IdentityPools.HelpBuilder.Pages;
using Markdig.Syntax;
using static IdentityPools.HelpBuilder.Maml.MamlNames;

namespace IdentityPools.HelpBuilder.Maml;

/// <summary>The parameters of one command, as Get-Help reads them.</summary>
internal sealed partial class MamlParameters
{
    private const string Switch = "System.Management.Automation.SwitchParameter";

    private readonly CommandPage page;
    private readonly Func<IEnumerable<Block>, IEnumerable<XElement>> paragraphs;
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);

    /// <summary>The parameters of a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="paragraphs">Makes paragraphs of blocks.</param>
    public MamlParameters(CommandPage page, Func<IEnumerable<Block>, IEnumerable<XElement>> paragraphs)
    {
        this.page = page;
        this.paragraphs = paragraphs;
        foreach (var match in page.Syntax.SelectMany(syntax => ParameterInSyntax().Matches(syntax.Text)))
        {
            types[match.Groups["name"].Value] = match.Groups["type"].Value;
        }
    }

    /// <summary>One way to call the command.</summary>
    /// <exception cref="PageException">It names a parameter that the page does not describe.</exception>
    public XElement Syntax(SyntaxSection syntax) =>
        new(
            Command + "syntaxItem",
            Name(page.Name),
            ParameterInSyntax().Matches(syntax.Text).Select(match => SyntaxParameter(syntax, match.Groups["name"].Value))
        );

    /// <summary>A parameter with its description.</summary>
    public XElement Parameter(ParameterSection parameter)
    {
        var sets = parameter.Facts.ParameterSets;
        return Element(
            parameter,
            new()
            {
                Name = ParameterSetFacts.All,
                Position = sets.Select(set => set.Position).Order(StringComparer.Ordinal).First(),
                IsRequired = sets.Exists(set => set.IsRequired),
                ValueFromPipeline = sets.Exists(set => set.ValueFromPipeline),
                ValueFromPipelineByPropertyName = sets.Exists(set => set.ValueFromPipelineByPropertyName),
                ValueFromRemainingArguments = sets.Exists(set => set.ValueFromRemainingArguments),
            },
            [.. paragraphs(parameter.Description), .. AcceptedValues(parameter)]
        );
    }

    private XElement SyntaxParameter(SyntaxSection syntax, string name)
    {
        var parameter = page.Parameters.FirstOrDefault(parameter => parameter.Name == name) ?? throw Wrong(syntax, $"-{name} is not under '## PARAMETERS'.");
        var facts = parameter.In(syntax.ParameterSet) ?? throw Wrong(syntax, $"The facts of -{name} do not name the parameter set '{syntax.ParameterSet}'.");
        var element = Element(parameter, facts, []);
        if (parameter.Facts.AcceptedValues is { Count: > 0 } values)
        {
            element
                .Element(Command + "parameterValue")!
                .AddBeforeSelf(
                    new XElement(
                        Command + "parameterValueGroup",
                        values.Select(value => new XElement(Command + "parameterValue", Value(required: false, parameter), value))
                    )
                );
        }

        return element;
    }

    private XElement Element(ParameterSection parameter, ParameterSetFacts set, IEnumerable<XElement> description) =>
        new(
            Command + "parameter",
            new XAttribute("required", set.IsRequired),
            new XAttribute("variableLength", set.ValueFromRemainingArguments),
            new XAttribute("globbing", parameter.Facts.SupportsWildcards),
            new XAttribute("pipelineInput", PipelineInput(set)),
            new XAttribute("position", set.Position.ToLowerInvariant()),
            new XAttribute("aliases", parameter.Facts.Aliases is { Count: > 0 } aliases ? string.Join(", ", aliases) : "none"),
            Name(parameter.Name),
            Description(description),
            parameter.Facts.Type == Switch ? null : new XElement(Command + "parameterValue", Value(required: true, parameter), ShortType(parameter)),
            new XElement(Dev + "type", Name(ShortType(parameter)), new XElement(Prose + "uri")),
            new XElement(Dev + "defaultValue", parameter.Facts.DefaultValue is { Length: > 0 } value ? value : "None")
        );

    private string ShortType(ParameterSection parameter) => types.GetValueOrDefault(parameter.Name) is { Length: > 0 } type ? type : "SwitchParameter";

    private static XAttribute[] Value(bool required, ParameterSection parameter) =>
        [new("required", required), new("variableLength", parameter.Facts.Type.EndsWith("[]", StringComparison.Ordinal))];

    private static string PipelineInput(ParameterSetFacts set) =>
        (set.ValueFromPipeline, set.ValueFromPipelineByPropertyName) switch
        {
            (true, true) => "True (ByPropertyName, ByValue)",
            (true, false) => "True (ByValue)",
            (false, true) => "True (ByPropertyName)",
            _ => "False",
        };

    private static IEnumerable<XElement> AcceptedValues(ParameterSection parameter) =>
        parameter.Facts.AcceptedValues is { Count: > 0 } values ? [Paragraph($"Accepted values: {string.Join(", ", values)}.")] : [];

    private PageException Wrong(SyntaxSection syntax, string message) => new(new(page.File, syntax.Line, message));

    [GeneratedRegex(@"(?<=\s|\[)-(?<name>\w+)\]?(?:\s+<(?<type>[^>]+)>)?")]
    private static partial Regex ParameterInSyntax();
}
