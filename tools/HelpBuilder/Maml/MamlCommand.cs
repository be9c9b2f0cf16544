using System.Xml.Linq;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Text;
using Markdig.Syntax;
using static IdentityPools.HelpBuilder.Maml.MamlNames;

namespace IdentityPools.HelpBuilder.Maml;

/// <summary>Makes of the page of a command what Get-Help reads.</summary>
public sealed class MamlCommand
{
    // Get-Help cuts long lines in the middle of words, so they are wrapped here, for the narrowest terminal. It indents by four, what stands below a heading of its own by eight.
    private const int Width = 75;
    private const int DeepWidth = Width - 4;
    private const string Gap = "\n\n";

    private readonly CommandPage page;
    private readonly PlainText text;
    private readonly MamlParameters parameters;

    private MamlCommand(PageText source, CommandPage page)
    {
        this.page = page;
        text = new(source, DeepWidth);
        parameters = new(page, blocks => Paragraphs(blocks, DeepWidth));
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
            new XElement(Prose + "alertSet", new XElement(Prose + "alert", Paragraphs(page.Notes, DeepWidth))),
            new XElement(Command + "examples", page.Examples.Select(Example)),
            new XElement(Command + "relatedLinks", page.Links.Select(Link))
        );

    private IEnumerable<XElement> Paragraphs(IEnumerable<Block> blocks, int width = Width) => Texts(blocks, width).Select(Paragraph);

    // Get-Help trims each paragraph: one that begins with blanks, code for example, keeps them as a part of the one before it.
    private List<string> Texts(IEnumerable<Block> blocks, int width)
    {
        var texts = new List<string>();
        foreach (var paragraph in text.Of(blocks).Select(paragraph => string.Join('\n', paragraph.Wrapped(width))))
        {
            if (paragraph.StartsWith(' ') && texts.Count > 0)
            {
                texts[^1] += Gap + paragraph;
            }
            else
            {
                texts.Add(paragraph);
            }
        }

        return texts;
    }

    private XElement Type(XName element, PageSection type) =>
        new(element, new XElement(Dev + "type", Name(type.Title)), Description(Paragraphs(type.Blocks, DeepWidth)));

    private XElement Example(CommandExample example) =>
        new(
            Command + "example",
            new XElement(Prose + "title", $"-------- {example.Title} --------"),
            // The view puts nothing between introduction and code, and the engine leaves an introduction's last paragraph as it is.
            new XElement(Prose + "introduction", Paragraph(string.Concat(Texts(example.Introduction, Width).Select(paragraph => paragraph + Gap)))),
            // What is shown goes with the code: as a paragraph of the remarks its first line would lose its indentation.
            new XElement(Dev + "code", example.Output is { } output ? $"{example.Code.Text}{Gap}{output.Text}" : example.Code.Text),
            new XElement(Dev + "remarks", [.. Paragraphs(example.Remarks), Paragraph("")])
        );

    private static XElement Link(PageLink link) =>
        new(Prose + "navigationLink", new XElement(Prose + "linkText", link.Text), new XElement(Prose + "uri", link.IsOnline ? link.Target : ""));
}
