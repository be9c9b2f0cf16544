using System.Globalization;
using System.Text;
using IdentityPools.Findings;

namespace IdentityPools.RulesPage;

/// <summary>The page that lists every rule of Get-IdentityPoolFinding.</summary>
public static class Page
{
    private const string Introduction = """
        # Rules of Get-IdentityPoolFinding

        The rules that `Get-IdentityPoolFinding` checks, the most severe first. `dotnet run --project tools/RulesPage` writes this page from the rules; a test checks that it is current.

        To accept a finding, add a suppression with a reason to the definition: `Add-IdentityPoolSuppression -RuleId GuestAccess -Reason '...'`. To skip a rule in one run, use
        `-ExcludeRuleId`.

        A remedy changes the definition. If the pool exists, publishing keeps what the definition does not mention: specify a flag explicitly (`-AllowClassicFlow:$false`), and remove
        a provider, a mapping or a policy with `Publish-IdentityPool -Prune`.


        """;

    /// <summary>Where the page is.</summary>
    public static string Path => System.IO.Path.Combine(Repository(), "docs", "finding-rules.md");

    /// <summary>The page.</summary>
    /// <returns>Its text.</returns>
    public static string Text()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("| rule | severity | title |\n|---|---|---|\n");
        foreach (var rule in Sorted())
        {
            page.Append(CultureInfo.InvariantCulture, $"| [{rule.Id}](#{Anchor(rule)}) | {rule.Severity} | {rule.Title} |\n");
        }

        foreach (var rule in Sorted())
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {rule.Id}\n\n{rule.Severity}. {rule.Title}.\n\n{rule.Description}\n\n");
            page.Append(CultureInfo.InvariantCulture, $"Remedy: {rule.Remedy}\n\nAWS: <{rule.HelpUri}>\n");
        }

        return page.ToString();
    }

    private static IEnumerable<FindingRule> Sorted() =>
        FindingRules.All.OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Anchor(FindingRule rule) => rule.Id.ToLowerInvariant();

    private static string Repository()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(System.IO.Path.Combine(directory.FullName, "IdentityPool.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException("The page belongs to a checkout of the repository.");
    }
}
