using IdentityPools.HelpBuilder.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>Reads the page of a command, strictly: every section in its place, nothing else.</summary>
public sealed class CommandPageReader
{
    private static readonly string[] Order =
    [
        "SYNOPSIS",
        "SYNTAX",
        "ALIASES",
        "DESCRIPTION",
        "EXAMPLES",
        "PARAMETERS",
        "INPUTS",
        "OUTPUTS",
        "NOTES",
        "RELATED LINKS",
    ];

    private readonly PageText page;
    private readonly IReadOnlyList<PageSection> sections;

    private CommandPageReader(PageText page)
    {
        this.page = page;
        sections = page.Sections(page.Document, 2);
    }

    /// <summary>Reads a page.</summary>
    /// <param name="page">Its text.</param>
    /// <returns>What it says.</returns>
    /// <exception cref="PageException">The page is not as it must be.</exception>
    public static CommandPage Read(PageText page) => new CommandPageReader(page).Read();

    private CommandPage Read()
    {
        var header = PageHeader.Read(page);
        PageHeader.Expect(page, header, "document type", "cmdlet");
        var name = header["title"];
        CheckTitle(name);
        CheckSections();
        var links = Links(header["HelpUri"]);
        return new(
            page.File,
            name,
            header["HelpUri"],
            Filled(0),
            [.. Parts(1).Select(Syntax)],
            Filled(2),
            Filled(3),
            ExamplesReader.Read(page),
            [.. Parts(5).Where(part => part.Title != "CommonParameters").Select(Parameter)],
            Types(6),
            Types(7),
            Filled(8),
            links
        );
    }

    private void CheckTitle(string name)
    {
        if (name != Path.GetFileNameWithoutExtension(page.File))
        {
            throw Wrong(1, $"The title '{name}' is not the name of the file.");
        }

        if (page.Sections(page.Document, 1) is not [var title] || title.Title != name)
        {
            throw Wrong(1, $"The page has exactly one heading of the first level, '# {name}'.");
        }
    }

    private void CheckSections()
    {
        foreach (var (section, expected) in sections.Zip(Order))
        {
            if (section.Title != expected)
            {
                throw Wrong(section.Line, $"Here stands '## {section.Title}', and '## {expected}' is expected.");
            }
        }

        if (sections.Count != Order.Length)
        {
            throw sections.Count < Order.Length
                ? Wrong(page.Text.Count(letter => letter == '\n'), $"The section '## {Order[sections.Count]}' is missing.")
                : Wrong(sections[Order.Length].Line, $"The section '## {sections[Order.Length].Title}' is unknown.");
        }
    }

    private IReadOnlyList<Block> Filled(int section) =>
        sections[section].Blocks is { Count: > 0 } blocks ? blocks : throw Wrong(sections[section].Line, $"The section '## {Order[section]}' is empty.");

    private IReadOnlyList<PageSection> Parts(int section) =>
        page.Sections(Filled(section), 3) is { Count: > 0 } parts
            ? parts
            : throw Wrong(sections[section].Line, $"The section '## {Order[section]}' has no parts, '### ...'.");

    private SyntaxSection Syntax(PageSection part)
    {
        const string Default = " (Default)";
        if (part.Blocks is not [FencedCodeBlock block])
        {
            throw Wrong(part.Line, "A syntax is one block of code.");
        }

        var isDefault = part.Title.EndsWith(Default, StringComparison.Ordinal);
        return new(isDefault ? part.Title[..^Default.Length] : part.Title, isDefault, CodeFence.Of(block).Text, part.Line);
    }

    private ParameterSection Parameter(PageSection part)
    {
        if (!part.Title.StartsWith('-'))
        {
            throw Wrong(part.Line, $"A parameter is written with its hyphen: '### -{part.Title}'.");
        }

        if (part.Blocks is not [_, .., FencedCodeBlock { Info: "yaml" } facts])
        {
            throw Wrong(part.Line, $"{part.Title} needs a description, and after it its facts, ```yaml.");
        }

        var fence = CodeFence.Of(facts);
        return new(part.Title[1..], part.Line, [.. part.Blocks.SkipLast(1)], PageYaml.Read<ParameterFacts>(page, fence.Line, fence.Text));
    }

    private IReadOnlyList<PageSection> Types(int section)
    {
        var types = Parts(section);
        foreach (var type in types.Where(type => type.Blocks.Count == 0))
        {
            throw Wrong(type.Line, $"'### {type.Title}' says nothing about it.");
        }

        return types;
    }

    private List<PageLink> Links(string helpUri)
    {
        var section = sections[^1];
        var links = Filled(Order.Length - 1)
            .SelectMany(block => block.Descendants<LinkInline>())
            .Select(link => new PageLink(new PlainInlines(page).Of(link), link.Url ?? ""))
            .ToList();
        return links is [{ Text: "Online Version" } first, ..] && first.Target == helpUri
            ? links
            : throw Wrong(section.Line, $"The first link is '- [Online Version]({helpUri})'.");
    }

    private PageException Wrong(int line, string message) => new(page.Problem(line, message));
}
