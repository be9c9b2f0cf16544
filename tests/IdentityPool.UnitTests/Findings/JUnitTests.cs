using System.Xml.Linq;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Findings as a JUnit report.</summary>
public sealed class JUnitTests
{
    private static readonly IdentityPool Pool = Examined
        .Guests(Examined.May(Examined.Allow("s3:* dynamodb:*"), Examined.Allow("athena:StartQueryExecution")))
        .WithSuppression(FindingSuppression.Create(FindingRuleId.GuestAccess, "a public <map>", null));

    private static readonly ValueList<IdentityPoolFinding> Found = FindingSet.Evaluate(Pool);

    [Fact]
    public void A_finding_is_a_test_that_fails_from_a_severity_on()
    {
        var suite = Assert.Single(Report(FindingSeverity.Warning).Elements("testsuite"));
        var tests = suite.Elements("testcase").ToList();

        Assert.Equal("shop", suite.Attribute("name")!.Value);
        Assert.Equal(Found.Select(finding => "IdentityPool." + finding.RuleId), tests.Select(test => test.Attribute("classname")!.Value));
        Assert.Equal(
            Found.Where(finding => finding.Suppression is null && finding.Severity >= FindingSeverity.Warning).Select(finding => finding.Message),
            tests.Elements("failure").Select(failure => failure.Attribute("message")!.Value)
        );
        Assert.Equal(
            Found
                .Where(finding => finding.Suppression is null && finding.Severity < FindingSeverity.Warning)
                .Select(finding => $"Information: {finding.Message}"),
            tests.Elements("system-out").Select(text => text.Value.Split('\n')[0])
        );
        Assert.Equal(["a public <map>"], tests.Elements("skipped").Select(skipped => skipped.Attribute("message")!.Value));
    }

    [Fact]
    public void The_counts_are_those_of_the_tests()
    {
        var report = Report(FindingSeverity.Error);
        var errors = Found.Count(finding => finding.Severity == FindingSeverity.Error);

        Assert.True(errors > 0);
        Assert.All(
            report.DescendantsAndSelf().Where(element => element.Name.LocalName.StartsWith("testsuite", StringComparison.Ordinal)),
            element =>
            {
                Assert.Equal(Found.Count, (int)element.Attribute("tests")!);
                Assert.Equal(errors, (int)element.Attribute("failures")!);
                Assert.Equal(1, (int)element.Attribute("skipped")!);
                Assert.Equal(0, (int)element.Attribute("errors")!);
            }
        );
        Assert.Equal(errors, report.Descendants("failure").Count());
    }

    [Fact]
    public void Two_findings_of_a_rule_on_one_target_have_two_names()
    {
        var names = Report(FindingSeverity.Warning)
            .Descendants("testcase")
            .Select(test => (test.Attribute("classname")!.Value, test.Attribute("name")!.Value))
            .ToList();

        Assert.Contains(Found.GroupBy(finding => (finding.RuleId, finding.Target)), group => group.Count() > 1);
        Assert.Equal(names.Distinct(), names);
    }

    [Fact]
    public void A_failure_says_what_to_do_and_which_control_it_answers()
    {
        var failure = Report(FindingSeverity.Warning)
            .Descendants("failure")
            .First(element => element.Parent!.Attribute("classname")!.Value.EndsWith("GuestWildcardAction", StringComparison.Ordinal));
        var finding = Found.First(known => known.RuleId == FindingRuleId.GuestWildcardAction);

        Assert.Equal("Error", failure.Attribute("type")!.Value);
        Assert.Contains(finding.Remedy, failure.Value, StringComparison.Ordinal);
        Assert.Contains(finding.HelpUri.AbsoluteUri, failure.Value, StringComparison.Ordinal);
        Assert.Contains("Security Hub IAM.21", failure.Value, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_of_nothing_is_a_test_that_passes()
    {
        var report = Parse(JUnitReport.Write([], FindingSeverity.Warning, null));

        var test = Assert.Single(report.Descendants("testcase"));
        Assert.Empty(test.Elements());
        Assert.Equal(("1", "0"), (report.Attribute("tests")!.Value, report.Attribute("failures")!.Value));
    }

    [Fact]
    public void A_test_points_into_the_template()
    {
        var artifact = new SarifArtifact("templates/shop.yaml", ["Resources:", "  Pool:", "    Type: AWS::Cognito::IdentityPool"]);
        var test = Parse(JUnitReport.Write(Found, FindingSeverity.Warning, artifact)).Descendants("testcase").First();

        Assert.Equal(("templates/shop.yaml", "2"), (test.Attribute("file")!.Value, test.Attribute("line")!.Value));
    }

    [Fact]
    public void What_XML_cannot_hold_is_shown_by_its_number()
    {
        var pool = Examined
            .Plain.WithSuppression(FindingSuppression.Create(FindingRuleId.ServerSideTokenCheckOff, "a\u001bb", null))
            .WithUserPool(new(Pools.UserPool, "client", serverSideTokenCheck: false));
        var report = Parse(JUnitReport.Write(FindingSet.Evaluate(pool), FindingSeverity.Warning, null));

        Assert.Equal("a<U+001B>b", Assert.Single(report.Descendants("skipped")).Attribute("message")!.Value);
    }

    private static XElement Report(FindingSeverity severity) => Parse(JUnitReport.Write(Found, severity, null));

    private static XElement Parse(string text) => XDocument.Parse(text).Root!;
}
