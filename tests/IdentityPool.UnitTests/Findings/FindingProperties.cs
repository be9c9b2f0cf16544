using System.Text;
using FsCheck.Xunit;
using IdentityPools.Findings;
using IdentityPools.Template;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What is true of the findings in every definition.</summary>
// Functions reach their full depth at a size of 30; longer lists only take longer.
[Properties(Arbitrary = [typeof(Definitions)], MaxTest = 200, EndSize = 40)]
public sealed class FindingProperties
{
    private static readonly JsonTemplateText Json = new();

    [Property]
    public void Findings_are_whole_sentences_in_order_and_never_throw(Definition definition)
    {
        var findings = FindingSet.Evaluate(definition.Build());

        Assert.Equal(findings.OrderByDescending(finding => finding.Severity).Select(finding => finding.Severity), findings.Select(finding => finding.Severity));
        Assert.All(findings, finding => Assert.DoesNotMatch("\"(Fn::|Ref\")", finding.Target));
        Assert.All(findings, finding => Assert.EndsWith(".", finding.Remedy, StringComparison.Ordinal));
        Assert.Equal(findings.Count, findings.DistinctBy(finding => (finding.RuleId, finding.Message)).Count());
    }

    [Property]
    public void Suppressing_all_that_is_found_leaves_nothing(Definition definition)
    {
        var accepted = Accepting(definition.Build());

        Assert.All(FindingSet.Evaluate(accepted), finding => Assert.Equal("known", finding.Suppression));
    }

    [Property]
    public void Suppressions_travel_in_the_template(Definition definition)
    {
        var pool = Accepting(definition.Build());
        var imported = TemplateImporter.Import(Json.Read(Encoding.UTF8.GetString(TemplateFiles.Single([pool], new(), Json).Span)));

        Assert.Empty(imported.Errors);
        Assert.Empty(imported.Warnings);
        Assert.Equal(pool.Suppressions, Assert.Single(imported.Pools).Suppressions);
        Assert.Equal(pool, imported.Pools[0]);
        Assert.Equal(pool.GetHashCode(), imported.Pools[0].GetHashCode());
    }

    [Property]
    public void The_template_of_a_definition_shows_what_the_definition_shows(Definition definition)
    {
        var pool = definition.Build();
        var imported = TemplateImporter.Import(Json.Read(Encoding.UTF8.GetString(TemplateFiles.Single([pool], new(), Json).Span)));

        Assert.Empty(imported.Errors);
        Assert.Equal(Shown(pool), Shown(Assert.Single(imported.Pools)));
    }

    [Fact]
    public void A_plain_definition_is_clean()
    {
        var pool = Examined
            .Plain.WithUserPool(new(UserPool.Define("people", allowSelfSignUp: false), UserPoolClient.Generated, serverSideTokenCheck: true))
            .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::b/${cognito-identity.amazonaws.com:sub}/*")]));

        Assert.Empty(FindingSet.Evaluate(pool));
    }

    private static IdentityPool Accepting(IdentityPool pool) =>
        FindingSet
            .Evaluate(pool)
            .DistinctBy(finding => (finding.RuleId, finding.Target.ToUpperInvariant()))
            .Aggregate(pool, (known, finding) => known.WithSuppression(FindingSuppression.Create(finding.RuleId, "known", finding.Target)));

    private static string[] Shown(IdentityPool pool) =>
        [.. FindingSet.Evaluate(pool).Select(finding => $"{finding.RuleId} {finding.Target}: {finding.Message}").Order(StringComparer.Ordinal)];
}
