using System.Xml.Linq;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Text;
using Markdig.Syntax;
using static IdentityPools.HelpBuilder.Maml.MamlNames;

namespace IdentityPools.HelpBuilder.Maml;

/// <summary>Makes of the page of a command what Get-Help reads.</summary>
public sealed class MamlCommand
{
    // Get-Help cuts long lines in the middle of words, so they are wrapped here, for the narrowest terminal. It indents by four, parameters by eight.
    private const int Width = 75;
    private const int ParameterWidth = Width - 4;

    private readonly CommandPage page;
    private readonly PlainText text;
    private readonly MamlParameters parameters;

    private MamlCommand(PageText source, CommandPage page)
    {
        this.page = page;
        text = new(source, ParameterWidth);
        parameters = new(page, blocks => Paragraphs(blocks, ParameterWidth));
    }

    /// <summary>Makes the help of a command.</summary>
    /// <param name="source">The page's text.</param>
    /// <param name="page">The page.</param>
    /// <returns>The element.</returns>
    /// <exception cref="PageException">Something in the page has no plain text.</exception>
    public static XElement Of(PageText source, CommandPage page) => new MamlCommand(source, page).Element();

    private XElement Element() =>
        new(
            Command + "command",
            new XElement(
                Command + "details",
                new XElement(Command + "name", page.Name),
                Description(text.Of(page.Synopsis).Select(paragraph => Paragraph(paragraph.ToString()))),
                new XElement(Command + "verb", page.Name[..page.Name.IndexOf('-', StringComparison.Ordinal)]),
                new XElement(Command + "noun", page.Name[(page.Name.IndexOf('-', StringComparison.Ordinal) + 1)..])
            ),
            Description(Paragraphs(page.Description)),
            new XElement(Command + "syntax", page.Syntax.Select(parameters.Syntax)),
            new XElement(Command + "parameters", page.Parameters.Select(parameters.Parameter)),
            new XElement(Command + "inputTypes", page.Inputs.Select(type => Type(Command + "inputType", type))),
            new XElement(Command + "returnValues", page.Outputs.Select(type => Type(Command + "returnValue", type))),
            new XElement(Prose + "alertSet", new XElement(Prose + "alert", Paragraphs(page.Notes))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", page.Links.Select(Link))
        );

    private IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks, int width = Width) =>
        text.Of(blocks).Select(paragraph => Paragraph(string.Join('\n', paragraph.Wrapped(width))));

    private XElement Type(XName element, PageSection type) =>
        new(element, new XElement(Dev + "type", Name(type.Title)), Description(Paragraphs(type.Blocks)));

    private XElement Example(CommandExample example) =>
        new(
            Command + "example",
            new XElement(Prose + "title", $"-------- {example.Title} --------"),
            // The view puts an empty line after the title and after the code, and none elsewhere.
            new XElement(Prose + "introduction", Spaced(Spaced(Paragraphs(example.Introduction)))),
            new XElement(Dev + "code", example.Code.Text),
            new XElement(
                Dev + "remarks",
                Spaced([.. example.Output is { } output ? [Paragraph(output.Text)] : Array.Empty<XElement>(), .. Paragraphs(example.Remarks)])
            )
        );

    private static IEnumerable<XElement> Spaced(IEnumerable<XElement> paragraphs) => paragraphs.Append(Paragraph(""));

    private static XElement Link(PageLink link) =>
        new(Prose + "navigationLink", new XElement(Prose + "linkText", link.Text), new XElement(Prose + "uri", link.IsOnline ? link.Target : ""));
}
