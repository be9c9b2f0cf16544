using System.Globalization;
using System.Text;
using IdentityPools.Findings;

namespace IdentityPools.RulesPage;

/// <summary>The page that lists every rule of Get-IdentityPoolFinding.</summary>
public static class Page
{
    private const string Introduction = """
        # Rules of Get-IdentityPoolFinding

        What `Get-IdentityPoolFinding` looks for, the gravest first. Written by `dotnet run --project tools/RulesPage` from the rules; a test keeps the two equal.

        A finding that is known and accepted is said so in the definition, with the reason: `Add-IdentityPoolSuppression -RuleId GuestAccess -Reason '...'`. For one run,
        `-ExcludeRuleId` leaves a rule out.

        A remedy changes the definition. Where the pool exists, publishing keeps what the definition does not mention: a flag has to be said (`-AllowClassicFlow:$false`), and a
        provider, a mapping or a policy that is left out goes with `Publish-IdentityPool -Prune`.


        """;

    /// <summary>Where the page is.</summary>
    public static string Path => System.IO.Path.Combine(Repository(), "docs", "finding-rules.md");

    /// <summary>The page.</summary>
    /// <returns>Its text.</returns>
    public static string Text()
    {
        var page = new StringBuilder(Introduction.ReplaceLineEndings("\n"));
        page.Append("| rule | severity | what |\n|---|---|---|\n");
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
