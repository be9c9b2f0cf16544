using System.Globalization;
using IdentityPools.HelpBuilder.Pages;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Text;

/// <summary>Makes of the Markdown of a page what a screen without fonts shows.</summary>
public sealed class PlainText
{
    private const string CodeIndent = "    ";

    private readonly PageText page;
    private readonly PlainInlines inlines;
    private readonly int width;

    /// <summary>Plain text for a page.</summary>
    /// <param name="page">The page.</param>
    /// <param name="width">How many columns tables may take.</param>
    public PlainText(PageText page, int width)
    {
        this.page = page;
        this.width = width;
        inlines = new(page);
    }

    /// <summary>The paragraphs of blocks.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <returns>The paragraphs in order.</returns>
    /// <exception cref="PageException">A block has no plain text.</exception>
    public IReadOnlyList<Paragraph> Of(IEnumerable<Block> blocks) => [.. blocks.SelectMany(Of)];

    private IEnumerable<Paragraph> Of(Block block) =>
        block switch
        {
            ParagraphBlock paragraph => [new([new(inlines.Of(paragraph.Inline))])],
            CodeBlock code => [new([.. code.Lines.ToString().Split('\n').Select(line => new TextLine(line, CodeIndent, IsVerbatim: true))])],
            ListBlock { IsLoose: true } list => Items(list),
            ListBlock list => [new([.. Items(list).SelectMany(item => item.Lines)])],
            Table table => [new([.. Table(table).Select(line => new TextLine(line, IsVerbatim: true))])],
            QuoteBlock quote => Of((IEnumerable<Block>)quote).Select(paragraph => Indented(paragraph, "  ", "  ")),
            LinkReferenceDefinitionGroup => [],
            _ => throw new PageException(page.Problem(block.Line + 1, "This cannot be shown as plain text. Use paragraphs, lists, tables and blocks of code.")),
        };

    private IEnumerable<Paragraph> Items(ListBlock list)
    {
        var number = int.Parse(list.OrderedStart ?? "1", CultureInfo.InvariantCulture);
        foreach (var item in list.Cast<ListItemBlock>())
        {
            var marker = list.IsOrdered ? string.Create(CultureInfo.InvariantCulture, $"{number++}. ") : "- ";
            var rest = new string(' ', marker.Length);
            var first = true;
            foreach (var paragraph in Of((IEnumerable<Block>)item))
            {
                yield return Indented(paragraph, first ? marker : rest, rest);
                first = false;
            }
        }
    }

    private static Paragraph Indented(Paragraph paragraph, string first, string rest) =>
        new([.. paragraph.Lines.Select((line, index) => line.Indented(index == 0 ? first : rest, rest))]);

    private IEnumerable<string> Table(Table table) =>
        TextTable.Lines(
            [.. table.Cast<TableRow>().Select(row => row.Cast<TableCell>().Select(cell => string.Join(' ', Of((IEnumerable<Block>)cell))).ToArray())],
            width
        );
}
