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

    private const string SessionPolicies = """

        ## Permissions that unauthenticated identities can have

        When an unauthenticated identity gets credentials from the identity pool itself (the enhanced flow), Cognito adds two session policies: an inline one and a managed one.
        Session policies add up, so the identity can call an action if the role allows it **and** at least one of the two lists contains it. In the classic flow the app assumes
        the role itself, and only the role limits it. Amazon Bedrock is on neither list. The finding [InertGuestPermission](#inertguestpermission) uses these lists.


        """;

    private const string ByControl = """

        ## Rules by public control

        The rules that answer the controls of other tools. A rule often checks more than the control, for example what a role allows and not only whether a setting is on.
        `$finding.Controls` contains the same, `ConvertTo-IdentityPoolSarif` writes it as taxonomies, and `ConvertTo-IdentityPoolJUnit` with the details of each failure.


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
            if (rule.Controls.Count > 0)
            {
                page.Append(CultureInfo.InvariantCulture, $"\nControls: {string.Join(", ", rule.Controls.Select(Link))}\n");
            }
        }

        page.Append(SessionPolicies.ReplaceLineEndings("\n"));
        page.Append("| allowed | list |\n|---|---|\n");
        foreach (var action in GuestSessionPolicies.All.SelectMany(policy => policy.Actions).Distinct().Order(StringComparer.Ordinal))
        {
            var lists = GuestSessionPolicies.All.Where(policy => policy.Actions.Contains(action)).Select(policy => policy.Name);
            page.Append(CultureInfo.InvariantCulture, $"| `{action}` | {string.Join(", ", lists)} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nSources: {string.Join("; ", GuestSessionPolicies.All.Select(Source))}.\n");
        page.Append(ByControl.ReplaceLineEndings("\n"));
        page.Append("| control | rules |\n|---|---|\n");
        foreach (var control in FindingControls.All)
        {
            var rules = Sorted().Where(rule => rule.Controls.Contains(control)).Select(rule => $"[{rule.Id}](#{Anchor(rule)})");
            page.Append(CultureInfo.InvariantCulture, $"| {Link(control)} | {string.Join(", ", rules)} |\n");
        }

        return page.ToString();
    }

    private static IEnumerable<FindingRule> Sorted() =>
        FindingRules.All.OrderByDescending(rule => rule.Severity).ThenBy(rule => rule.Id, StringComparer.Ordinal);

    private static string Link(FindingControl control) => $"[{control}]({control.HelpUri})";

    private static string Source(GuestSessionPolicy policy) => $"[{policy.Name}, {policy.Version}]({policy.Source})";

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
