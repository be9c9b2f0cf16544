using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What holds of every page, whatever it is about.</summary>
internal static partial class PageChecks
{
    /// <summary>What is wrong with a page.</summary>
    public static IEnumerable<Problem> Problems(PageText page) => [.. Unfilled(page), .. Dead(page)];

    private static IEnumerable<Problem> Unfilled(PageText page) =>
        Placeholder().Matches(page.Text).Select(match => page.Problem(page.Text.AsSpan(0, match.Index).Count('\n') + 1, $"'{match.Value}' is not filled in."));

    private static IEnumerable<Problem> Dead(PageText page) =>
        page
            .Document.Descendants<LinkInline>()
            .Where(link => !Leads(page, link.Url ?? ""))
            .Select(link =>
                page.Problem(link.Line + 1, $"The link '{link.Url}' leads nowhere: it is no https address, and there is no such file beside the page.")
            );

    private static bool Leads(PageText page, string target) =>
        target.StartsWith("https://", StringComparison.Ordinal)
        || (target.Length > 0 && File.Exists(Path.Combine(Path.GetDirectoryName(page.File)!, target.Split('#')[0])));

    [GeneratedRegex(@"\{\{[^{}\n]*\}\}")]
    private static partial Regex Placeholder();
}
