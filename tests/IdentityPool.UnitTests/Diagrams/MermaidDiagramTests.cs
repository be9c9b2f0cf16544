using System.Text.RegularExpressions;
using IdentityPools.Diagrams;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Flowcharts: every line of a known form, every text inside of quotes and harmless there.</summary>
public sealed partial class MermaidDiagramTests
{
    public static TheoryData<string> Pools => SvgDiagramTests.Pools;

    [Theory]
    [MemberData(nameof(Pools))]
    public void Every_line_is_one_that_Mermaid_knows(string name)
    {
        var pool = Samples.Named(name);
        var lines = Diagram.Render(pool, Samples.FindingsOf(pool, Samples.Attacks[3]), DiagramFormat.Mermaid).TrimEnd('\n').Split('\n');
        Assert.Equal("flowchart LR", lines[0]);
        Assert.All(lines.Skip(1), line => Assert.Matches(Known(), line));
    }

    [Theory]
    [MemberData(nameof(Pools))]
    public void Text_holds_nothing_that_Mermaid_or_HTML_would_read(string name)
    {
        var text = Diagram.Render(Samples.Named(name), [], DiagramFormat.Mermaid);
        var labels = Label().Matches(text).Select(label => label.Groups[1].Value.Replace("<br/>", "", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(labels);
        Assert.All(labels, label => Assert.DoesNotMatch(Harmful(), label));
        Assert.DoesNotContain("style ", text, StringComparison.Ordinal);
        Assert.Single(text.Split('\n'), line => line.Contains("classDef", StringComparison.Ordinal));
    }

    [Fact]
    public void Rules_stand_in_their_order()
    {
        var text = Diagram.Render(Samples.Shop, [], DiagramFormat.Mermaid);
        var rules = Rule().Matches(text).Select(rule => rule.Groups[1].Value);
        Assert.Equal(["1: email Equals editor@shop.example", "2: hd Equals shop.example", "3: email Contains @partner."], rules);
    }

    [Fact]
    public void Many_statements_are_counted()
    {
        var statements = Enumerable
            .Range(1, 9)
            .Select(number => PolicyStatement.Create(new() { Actions = [$"s3:Get{number}"], Resources = [$"arn:aws:s3:::b{number}"] }));
        var pool = UnitTests.Pools.Empty.WithRole("Authenticated", role => role.WithStatements(statements));
        Assert.Contains("and 5 more", Diagram.Render(pool, [], DiagramFormat.Mermaid), StringComparison.Ordinal);
    }

    [Fact]
    public void What_GitHub_draws_is_enough_for_the_largest_pool()
    {
        var text = Diagram.Render(Samples.Big, [], DiagramFormat.Mermaid);
        Assert.InRange(text.Length, 1, 50_000);
        Assert.InRange(text.Split('\n').Count(line => line.Contains("->", StringComparison.Ordinal)), 100, 500);
    }

    [GeneratedRegex(
        """^ +(classDef quiet stroke-dasharray: 4 3|end|subgraph pool\["[^"]*"\]|[a-z]+\d*(\(\["[^"]*"\]\)|\["[^"]*"\]|\{\{"[^"]*"\}\})(:::quiet)?|[sm]\d+ (-->|-\.->)(\|"[^"]*"\|)? [a-z]+\d*|r\d+ --> g\d+\["[^"]*"\](:::quiet)?)$"""
    )]
    private static partial Regex Known();

    [GeneratedRegex("\"([^\"]*)\"")]
    private static partial Regex Label();

    [GeneratedRegex("[<>\"`|\\[\\]{}&\\p{Cc}\\p{Cf}]|#(?!quot;|[0-9]+;)|%%|style|classDef")]
    private static partial Regex Harmful();

    [GeneratedRegex("-->\\|\"(\\d+: [^\"]*)\"")]
    private static partial Regex Rule();
}
