using System.Text;
using IdentityPools.HelpBuilder.Pages;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IdentityPools.HelpBuilder.Text;

/// <summary>Makes of what stands within a line of Markdown what a screen without fonts shows.</summary>
internal sealed class PlainInlines(PageText page)
{
    /// <summary>The plain text.</summary>
    /// <exception cref="PageException">There is something in it that has no plain text.</exception>
    public string Of(IEnumerable<Inline>? inlines)
    {
        var text = new StringBuilder();
        foreach (var inline in inlines ?? [])
        {
            text.Append(Of(inline));
        }

        return text.ToString();
    }

    private string Of(Inline inline) =>
        inline switch
        {
            LiteralInline literal => literal.Content.ToString(),
            CodeInline code => code.Content,
            LineBreakInline => " ",
            HtmlEntityInline entity => entity.Transcoded.ToString(),
            AutolinkInline link => link.Url,
            LinkInline { IsImage: false } link => Link(Of((IEnumerable<Inline>)link), link.Url ?? ""),
            EmphasisInline emphasis => Of((IEnumerable<Inline>)emphasis),
            _ => throw new PageException(
                page.Problem(inline.Line + 1, $"'{page.Source(inline)}' cannot be shown as plain text. Write it as code, between backticks.")
            ),
        };

    private static string Link(string text, string target) =>
        target.StartsWith("http", StringComparison.Ordinal) && text != target ? $"{text} ({target})" : text;
}
