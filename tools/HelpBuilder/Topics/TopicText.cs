using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Text;
using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Topics;

/// <summary>
/// Makes of the page of a topic the text that Get-Help shows. The engine tells the topic by the name of the file, and takes the one line under
/// SHORT DESCRIPTION as the synopsis.
/// </summary>
public sealed class TopicText
{
    /// <summary>How many columns the text may take.</summary>
    public const int Width = 80;

    private const string Indent = "    ";
    private const string ShortDescription = "Short description";
    private const string LongDescription = "Long description";

    private readonly PageText page;
    private readonly PlainText text;

    private TopicText(PageText page)
    {
        this.page = page;
        text = new(page, Width - Indent.Length);
    }

    /// <summary>The name of the file that Get-Help finds a topic by.</summary>
    /// <param name="page">The page's file.</param>
    /// <returns>The name.</returns>
    public static string FileName(string page) => $"{Path.GetFileNameWithoutExtension(page)}.help.txt";

    /// <summary>The text of a topic.</summary>
    /// <param name="page">Its page.</param>
    /// <returns>Its lines, ended by line feeds.</returns>
    /// <exception cref="PageException">The page is not as it must be.</exception>
    public static string Of(PageText page) => new TopicText(page).Text();

    private string Text()
    {
        var name = Path.GetFileNameWithoutExtension(page.File);
        if (page.Sections(page.Document, 1) is not [var title] || title.Title != name)
        {
            throw Wrong(1, $"The page has exactly one heading of the first level, '# {name}'.");
        }

        var sections = page.Sections(page.Document, 2);
        if (sections is not [var first, var second, ..] || !Is(first, ShortDescription) || !Is(second, LongDescription))
        {
            throw Wrong(title.Line, $"The page begins with the sections '## {ShortDescription}' and '## {LongDescription}'.");
        }

        if (first.Blocks is not [ParagraphBlock])
        {
            throw Wrong(first.Line, "The short description is one paragraph.");
        }

        if (text.Of(first.Blocks)[0].Wrapped(Width - Indent.Length).Count() > 1)
        {
            throw Wrong(
                first.Line,
                $"The short description is longer than {Width - Indent.Length} characters. Get-Help shows only its first line as the synopsis."
            );
        }

        return string.Join('\n', ["TOPIC", $"{Indent}{name}", "", .. sections.SelectMany(Section)]).TrimEnd('\n') + "\n";
    }

    private IEnumerable<string> Section(PageSection section)
    {
        List<string> lines = [section.Title.ToUpperInvariant()];
        var isFirst = true;
        foreach (var block in section.Blocks)
        {
            if (block is HeadingBlock heading)
            {
                lines.AddRange([.. isFirst ? Array.Empty<string>() : [""], $"  {page.Source(heading).TrimStart('#').Trim()}"]);
                isFirst = true;
                continue;
            }

            foreach (var paragraph in text.Of([block]))
            {
                var shown = paragraph.Wrapped(Width - Indent.Length).Select(line => line.Length > 0 ? Indent + line : "");
                lines.AddRange([.. isFirst ? Array.Empty<string>() : [""], .. shown]);
                isFirst = false;
            }
        }

        return [.. lines, ""];
    }

    private static bool Is(PageSection section, string title) => string.Equals(section.Title, title, StringComparison.OrdinalIgnoreCase);

    private PageException Wrong(int line, string message) => new(page.Problem(line, message));
}
