using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IdentityPools.Diagrams;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Pages as text: nothing from elsewhere, nothing of the pool that acts, the policy that says so.</summary>
public sealed partial class HtmlPageTests
{
    public static TheoryData<string> Pools => SvgDiagramTests.Pools;

    [Theory]
    [MemberData(nameof(Pools))]
    public void A_page_names_no_address_but_those_that_explain_findings(string name)
    {
        var pool = Samples.Named(name);
        var findings = Samples.FindingsOf(pool, "x");
        var markup = WithoutData(Diagram.Render(pool, findings, DiagramFormat.Html));
        var links = Link().Matches(markup).Select(link => link.Groups[1].Value).Distinct();
        Assert.Equal(findings.Select(finding => finding.HelpUri.AbsoluteUri).Distinct(), links);
        var rest = Link().Replace(markup, "").Replace("https://aws.amazon.com/SAML/Attributes/Role", "", StringComparison.Ordinal);
        Assert.DoesNotMatch(Address(), rest);
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Scripts_and_styles_are_the_ones_that_the_policy_names(string name)
    {
        var page = Diagram.Render(Samples.Named(name), Samples.FindingsOf(Samples.Named(name), Samples.Attacks[1]), DiagramFormat.Html);
        var scripts = Script().Matches(page);
        Assert.Equal(["application/json", ""], scripts.Select(script => script.Groups[1].Value));
        var policy = Policy().Match(page).Groups[1].Value;
        Assert.Equal(
            $"default-src 'none'; style-src {Hash(Style().Match(page).Groups[1].Value)}; script-src {Hash(scripts[1].Groups[2].Value)}; base-uri 'none'; form-action 'none'",
            policy
        );
        Assert.Single(Style().Matches(page));
        Assert.DoesNotMatch(Handler(), WithoutData(page));
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Data_is_JSON_that_cannot_end_its_element(string name)
    {
        var data = Script().Match(Diagram.Render(Samples.Named(name), [], DiagramFormat.Html)).Groups[2].Value;
        Assert.DoesNotMatch("[<>&'\\u2028\\u2029]", data);
        Assert.Equal(Samples.Named(name).ToString(), (string?)JsonNode.Parse(data)!["text"]);
    }

    [Fact]
    public void No_script_writes_markup() =>
        Assert.DoesNotMatch("innerHTML|outerHTML|insertAdjacent|document\\.write|eval\\(|Function\\(", Diagram.Render(Samples.Empty, [], DiagramFormat.Html));

    [Fact]
    public void A_finding_stands_beside_its_part_with_its_severity_in_words()
    {
        var page = Diagram.Render(Samples.Shop, Samples.FindingsOf(Samples.Shop, "A risk"), DiagramFormat.Html);
        var role = page[page.IndexOf("id=\"role-2\"", StringComparison.Ordinal)..];
        Assert.Matches("^[^$]{0,600}<span class=\"badge error\">Error</span>", role);
        Assert.Contains("Accepted: A risk", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DiagramFormat.Mermaid)]
    [InlineData(DiagramFormat.Svg)]
    [InlineData(DiagramFormat.Html)]
    public void The_same_pool_gives_the_same_text(DiagramFormat format)
    {
        var findings = Samples.FindingsOf(Samples.Shop, "x");
        var text = Diagram.Render(Samples.Shop, findings, format);
        Assert.Equal(text, Diagram.Render(Samples.Shop with { }, [.. findings.Reverse()], format));
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("\r", text, StringComparison.Ordinal);
        Assert.DoesNotContain("{{", text.Split("<script>")[0].Replace("{{\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    private static string WithoutData(string page) => Script().Replace(page, script => script.Groups[1].Length > 0 ? "" : script.Value);

    private static string Hash(string text) => $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'";

    [GeneratedRegex("<a href=\"(https://[^\"]+)\" rel=\"noreferrer noopener\">")]
    private static partial Regex Link();

    [GeneratedRegex("(https?:)?//[a-z0-9.-]+\\.[a-z]", RegexOptions.IgnoreCase)]
    private static partial Regex Address();

    [GeneratedRegex("(?s)<script(?: type=\"([^\"]*)\")?[^>]*>(.*?)</script>")]
    private static partial Regex Script();

    [GeneratedRegex("(?s)<style>(.*?)</style>")]
    private static partial Regex Style();

    [GeneratedRegex("Content-Security-Policy\" content=\"([^\"]*)\"")]
    private static partial Regex Policy();

    [GeneratedRegex("<[^>\"]*(\"[^\"]*\"[^>\"]*)*\\s(on\\w+|style)\\s*=")]
    private static partial Regex Handler();
}
