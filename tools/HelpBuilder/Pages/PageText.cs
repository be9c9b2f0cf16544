using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>The text of a page and its blocks.</summary>
public sealed class PageText
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter().UsePipeTables().Build();

    /// <summary>A page.</summary>
    /// <param name="file">Where it is.</param>
    /// <param name="text">Its Markdown.</param>
    public PageText(string file, string text)
    {
        File = file;
        Text = text.ReplaceLineEndings("\n");
        Document = Markdown.Parse(Text, Pipeline);
    }

    /// <summary>Where the page is.</summary>
    public string File { get; }

    /// <summary>Its Markdown, lines ended by line feeds.</summary>
    public string Text { get; }

    /// <summary>Its blocks.</summary>
    public MarkdownDocument Document { get; }

    /// <summary>Reads a file.</summary>
    /// <param name="file">The page.</param>
    /// <returns>Its text and blocks.</returns>
    public static PageText Read(string file) => new(file, System.IO.File.ReadAllText(file));

    /// <summary>The sections under headings of one level, each with what stands under its heading.</summary>
    /// <param name="blocks">The blocks to divide.</param>
    /// <param name="level">The level of the headings.</param>
    /// <returns>The sections; what stands before the first heading is none.</returns>
    public IReadOnlyList<PageSection> Sections(IEnumerable<Block> blocks, int level)
    {
        var sections = new List<PageSection>();
        var content = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is HeadingBlock heading && heading.Level == level)
            {
                content = [];
                sections.Add(new(Source(heading).TrimStart('#').Trim(), heading.Line + 1, content));
            }
            else
            {
                content.Add(block);
            }
        }

        return sections;
    }

    /// <summary>The Markdown of a block.</summary>
    /// <param name="block">The block.</param>
    /// <returns>The text that it was read from.</returns>
    public string Source(Block block) => block.Span.IsEmpty ? "" : Text.Substring(block.Span.Start, block.Span.Length);

    /// <summary>The Markdown of a part of a line.</summary>
    /// <param name="inline">The part.</param>
    /// <returns>The text that it was read from.</returns>
    public string Source(Inline inline) => inline.Span.IsEmpty ? "" : Text.Substring(inline.Span.Start, inline.Span.Length);

    /// <summary>Something wrong with the page.</summary>
    /// <param name="line">The line, from 1.</param>
    /// <param name="message">What is wrong.</param>
    /// <returns>The problem, with the page's name.</returns>
    public Problem Problem(int line, string message) => new(File, line, message);
}
