using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>Reads the examples of a page.</summary>
public static class ExamplesReader
{
    private const string Code = "powershell";
    private const string Output = "Output";

    /// <summary>Reads the examples of a page, whatever the rest of the page is like.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The examples in order.</returns>
    /// <exception cref="PageException">The page has no examples, or one that is not text, code and output.</exception>
    public static IReadOnlyList<CommandExample> Read(PageText page)
    {
        var section =
            page.Sections(page.Document, 2).FirstOrDefault(section => section.Title == "EXAMPLES")
            ?? throw new PageException(page.Problem(1, "The section '## EXAMPLES' is missing."));
        return [.. page.Sections(section.Blocks, 3).Select(example => Example(page, example))];
    }

    private static CommandExample Example(PageText page, PageSection section)
    {
        var blocks = section.Blocks;
        var fences = blocks.OfType<FencedCodeBlock>().ToList();
        var code = fences.FindAll(fence => fence.Info == Code) is [var only]
            ? only
            : throw Wrong(page, section.Line, "An example has exactly one block of code, ```powershell.");
        var at = blocks.ToList().IndexOf(code);
        var output = blocks.ElementAtOrDefault(at + 1) as FencedCodeBlock is { Info: Output } next ? next : null;
        if (fences.Find(fence => fence != code && fence != output) is { } other)
        {
            throw Wrong(
                page,
                other.Line + 1,
                $"An example has a block of code, ```powershell, right after it perhaps one of what is shown, ```Output, and no '{other.Info}'."
            );
        }

        foreach (var fence in fences.Where(fence => fence.ClosingFencedCharCount == 0))
        {
            throw Wrong(page, fence.Line + 1, "The block of code is not closed.");
        }

        return new(
            section.Title,
            section.Line,
            [.. blocks.Take(at)],
            CodeFence.Of(code),
            output is null ? null : CodeFence.Of(output),
            [.. blocks.Skip(at + (output is null ? 1 : 2))]
        );
    }

    private static PageException Wrong(PageText page, int line, string message) => new(page.Problem(line, message));
}
