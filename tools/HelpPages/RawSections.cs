using IdentityPools.HelpBuilder;
using IdentityPools.HelpBuilder.Pages;

namespace IdentityPools.HelpPages;

/// <summary>The Markdown of a page by its sections, to change some and leave the rest, to the letter.</summary>
internal sealed class RawSections
{
    private readonly PageText page;
    private readonly string[] lines;
    private readonly string start;
    private readonly List<(string Title, RawPart Part)> sections = [];

    /// <summary>The sections of a page.</summary>
    /// <param name="page">The page.</param>
    public RawSections(PageText page)
    {
        this.page = page;
        lines = page.Text.Split('\n');
        var found = page.Sections(page.Document, 2);
        start = found.Count == 0 ? page.Text : Between(0, found[0].Line - 1);
        sections.AddRange(Raw(found, lines.Length).Select(part => (part.Key, part.Value)));
    }

    /// <summary>The Markdown of a section.</summary>
    public string Text(string title) => sections[At(title)].Part.Text;

    /// <summary>The parts of a section by their headings.</summary>
    public IReadOnlyDictionary<string, RawPart> Parts(string title)
    {
        var section = page.Sections(page.Document, 2)[At(title)];
        var next = page.Sections(page.Document, 2).FirstOrDefault(other => other.Line > section.Line);
        return Raw(page.Sections(section.Blocks, 3), next is null ? lines.Length : next.Line - 1);
    }

    /// <summary>Replaces the Markdown of a section.</summary>
    public void Replace(string title, string text)
    {
        var at = At(title);
        sections[at] = (title, sections[at].Part with { Text = text });
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join("\n\n", [start, .. sections.Select(section => $"## {section.Title}\n\n{section.Part.Text}")]) + "\n";

    private Dictionary<string, RawPart> Raw(IReadOnlyList<PageSection> found, int end) =>
        found
            .Select((section, index) => (section, End: index + 1 < found.Count ? found[index + 1].Line - 1 : end))
            .ToDictionary(pair => pair.section.Title, pair => new RawPart(pair.section.Line, Between(pair.section.Line, pair.End)));

    private string Between(int first, int end) => string.Join('\n', lines[first..end]).Trim('\n');

    private int At(string title)
    {
        var at = sections.FindIndex(section => section.Title == title);
        return at >= 0 ? at : throw new PageException(page.Problem(1, $"The section '## {title}' is missing."));
    }
}
