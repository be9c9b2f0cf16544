using System.Text.Json;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Findings as SARIF 2.1.0.</summary>
public sealed class SarifTests
{
    private const string Uri = "templates/shop%20pool.yaml";

    private static readonly IdentityPool Pool = Examined
        .Guests(Examined.May(Examined.Allow("s3:*")))
        .WithUserPool(new(Pools.UserPool, "client", serverSideTokenCheck: false))
        .WithRole("Authenticated", role => role.WithStatements([Pools.Allow("dynamodb:*", "arn:aws:dynamodb:eu-west-1:123456789012:table/t")]))
        .WithRoleMapping(
            RoleMapping.FromRules(
                MappingCases.Provider,
                [RoleMappingRule.Create("email", ClaimMatchType.NotEqual, "x", Examined.UserArn)],
                AmbiguousRoleResolution.Deny
            )
        )
        .WithSuppression(FindingSuppression.Create(FindingRuleId.GuestAccess, "a public \"map\"", null));

    private static readonly ValueList<IdentityPoolFinding> Found = FindingSet.Evaluate(Pool);

    [Fact]
    public void The_log_says_what_it_is_and_who_made_it()
    {
        using var log = Log(null);
        Assert.Equal("2.1.0", log.RootElement.GetProperty("version").GetString());
        Assert.EndsWith("/sarif-schema-2.1.0.json", log.RootElement.GetProperty("$schema").GetString(), StringComparison.Ordinal);
        var run = Assert.Single(log.RootElement.GetProperty("runs").EnumerateArray());
        Assert.Equal("utf16CodeUnits", run.GetProperty("columnKind").GetString());
        var driver = Driver(log);
        Assert.Equal("IdentityPool", driver.GetProperty("name").GetString());
        Assert.Equal("1.2.3", driver.GetProperty("semanticVersion").GetString());
    }

    [Fact]
    public void Every_rule_is_described_once()
    {
        using var log = Log(null);
        var rules = Driver(log).GetProperty("rules").EnumerateArray().ToList();

        Assert.Equal(FindingRuleId.All, rules.Select(rule => rule.GetProperty("id").GetString()!));
        Assert.All(
            rules.Zip(FindingRules.All),
            pair =>
            {
                Assert.Equal(pair.Second.Title + ".", pair.First.GetProperty("shortDescription").GetProperty("text").GetString());
                Assert.Equal(pair.Second.Description, pair.First.GetProperty("fullDescription").GetProperty("text").GetString());
                Assert.Equal(pair.Second.HelpUri.AbsoluteUri, pair.First.GetProperty("helpUri").GetString());
                Assert.Equal(Level(pair.Second.Severity), pair.First.GetProperty("defaultConfiguration").GetProperty("level").GetString());
            }
        );
    }

    [Fact]
    public void The_controls_of_a_finding_are_taxa_of_their_taxonomies()
    {
        using var log = Log(null);
        var taxonomies = log.RootElement.GetProperty("runs")[0].GetProperty("taxonomies").EnumerateArray().ToList();

        Assert.Equal(FindingControls.Frameworks.Keys, taxonomies.Select(taxonomy => taxonomy.GetProperty("name").GetString()!));
        Assert.Equal(
            taxonomies.Select(taxonomy => taxonomy.GetProperty("name").GetString()),
            Driver(log).GetProperty("supportedTaxonomies").EnumerateArray().Select(component => component.GetProperty("name").GetString())
        );
        Assert.All(Found.Zip(Results(log)), pair => Assert.Equal(pair.First.Controls, pair.Second.GetProperty("taxa").EnumerateArray().Select(Named)));
        Assert.All(
            FindingRules.All.Zip(Driver(log).GetProperty("rules").EnumerateArray()),
            pair =>
                Assert.Equal(
                    pair.First.Controls,
                    pair.Second.GetProperty("relationships").EnumerateArray().Select(relationship => Named(relationship.GetProperty("target")))
                )
        );

        static Uri Page(JsonElement known) => new(known.GetProperty("helpUri").GetString()!);

        FindingControl Named(JsonElement taxon)
        {
            var taxonomy = taxonomies[taxon.GetProperty("toolComponent").GetProperty("index").GetInt32()];
            var known = taxonomy.GetProperty("taxa")[taxon.GetProperty("index").GetInt32()];
            Assert.Equal(known.GetProperty("id").GetString(), taxon.GetProperty("id").GetString());
            Assert.Equal(taxonomy.GetProperty("name").GetString(), taxon.GetProperty("toolComponent").GetProperty("name").GetString());
            return new FindingControl(taxonomy.GetProperty("name").GetString()!, known.GetProperty("id").GetString()!, Page(known));
        }
    }

    [Fact]
    public void GitHub_sees_the_weakness_among_the_tags()
    {
        using var log = Log(null);
        var rule = Driver(log).GetProperty("rules").EnumerateArray().Single(known => known.GetProperty("id").GetString() == FindingRuleId.GuestAccess);

        Assert.Equal(["security", "external/cwe/cwe-306"], rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(tag => tag.GetString()!));
    }

    [Fact]
    public void Every_finding_is_a_result_of_its_rule()
    {
        using var log = Log(null);
        var results = Results(log);

        Assert.NotEmpty(Found);
        Assert.Equal(Enum.GetValues<FindingSeverity>().Length - 1, Found.Select(finding => finding.Severity).Distinct().Count(severity => severity > 0));
        Assert.All(
            Found.Zip(results),
            pair =>
            {
                Assert.Equal(pair.First.RuleId, pair.Second.GetProperty("ruleId").GetString());
                Assert.Equal(pair.First.RuleId, FindingRules.All[pair.Second.GetProperty("ruleIndex").GetInt32()].Id);
                Assert.Equal(Level(pair.First.Severity), pair.Second.GetProperty("level").GetString());
                Assert.Equal($"{pair.First.Message} {pair.First.Remedy}", pair.Second.GetProperty("message").GetProperty("text").GetString());
                var location = Assert.Single(pair.Second.GetProperty("locations").EnumerateArray());
                Assert.Equal(pair.First.Target, Assert.Single(location.GetProperty("logicalLocations").EnumerateArray()).GetProperty("name").GetString());
                Assert.False(location.TryGetProperty("physicalLocation", out _));
            }
        );
        Assert.Equal(
            results.Count,
            results.Select(result => result.GetProperty("partialFingerprints").ToString() + result.GetProperty("message")).Distinct().Count()
        );
    }

    [Fact]
    public void An_accepted_finding_says_why()
    {
        using var log = Log(null);
        var accepted = Assert.Single(Results(log), result => result.TryGetProperty("suppressions", out _));

        Assert.Equal(FindingRuleId.GuestAccess, accepted.GetProperty("ruleId").GetString());
        var suppression = Assert.Single(accepted.GetProperty("suppressions").EnumerateArray());
        Assert.Equal("inSource", suppression.GetProperty("kind").GetString());
        Assert.Equal("a public \"map\"", suppression.GetProperty("justification").GetString());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_result_is_on_the_line_of_its_resource(bool isYaml)
    {
        ITemplateText format = isYaml ? new YamlTemplateText() : new JsonTemplateText();
        var text = System.Text.Encoding.UTF8.GetString(TemplateFiles.Single([Pool], new(), format).Span);
        var lines = text.Split('\n');
        using var log = Log(new(Uri, lines));

        Assert.All(
            Found.Zip(Results(log)),
            pair =>
            {
                var physical = pair.Second.GetProperty("locations")[0].GetProperty("physicalLocation");
                Assert.Equal(Uri, physical.GetProperty("artifactLocation").GetProperty("uri").GetString());
                var line = physical.GetProperty("region").GetProperty("startLine").GetInt32();
                Assert.Equal(Resource(pair.First), lines[line - 1].Trim(' ', '{', ':', '"', '\''));
            }
        );
    }

    [Theory]
    [InlineData("Outputs:\n  Pool:\n    Value: x\nResources:\n  Pool:\n    Type: AWS::Cognito::IdentityPool", 5)]
    [InlineData("Resources:\r\n  'Pool' :\r\n", 2)]
    [InlineData("Resources:\n  PoolOfOthers:\n  \"Pool\":\n", 3)]
    [InlineData("{\"Resources\":{\"Pool\":{}}}", 1)]
    [InlineData("", 1)]
    public void The_line_is_found_in_templates_of_others(string text, int line) =>
        Assert.Equal(line, new SarifArtifact(Uri, text.Split('\n')).LineOf(Found.First(finding => finding.RuleId == FindingRuleId.GuestAccess)));

    [Fact]
    public void Nothing_found_is_a_log_without_results()
    {
        using var log = JsonDocument.Parse(SarifLog.Write([], null, "1.2.3"));

        Assert.Empty(Results(log));
        Assert.Equal(FindingRules.All.Count, Driver(log).GetProperty("rules").GetArrayLength());
    }

    private static string Resource(IdentityPoolFinding finding) =>
        new PoolNames(Pool) is var names && finding.Subject is { Kind: FindingSubjectKind.Role, Role: { } role }
            ? (role.IsManaged ? names.Role(role) : names.RoleAttachment)
        : finding.Subject.Kind is FindingSubjectKind.Rule or FindingSubjectKind.Mapping ? names.RoleAttachment
        : names.Pool;

    private static JsonDocument Log(SarifArtifact? artifact) => JsonDocument.Parse(SarifLog.Write(Found, artifact, "1.2.3"));

    private static JsonElement Driver(JsonDocument log) => log.RootElement.GetProperty("runs")[0].GetProperty("tool").GetProperty("driver");

    private static List<JsonElement> Results(JsonDocument log) => [.. log.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray()];

    private static string Level(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "note",
        };
}
