using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Findings;

/// <summary>Findings as SARIF 2.1.0, which code scanning tools read.</summary>
/// <remarks>https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html</remarks>
internal static class SarifLog
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
    private const string Site = "https://github.com/identitypool/identitypool";

    private static readonly JsonSerializerOptions Layout = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly List<string> Frameworks = [.. FindingControls.Frameworks.Keys];

    private static readonly Dictionary<string, int> RuleIndex = FindingRuleId
        .All.Select((id, index) => (id, index))
        .ToDictionary(rule => rule.id, rule => rule.index, StringComparer.Ordinal);

    /// <summary>The log.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="artifact">Where they are to be shown; null when they are about no file.</param>
    /// <param name="version">The version of the module.</param>
    public static string Write(IReadOnlyList<IdentityPoolFinding> findings, SarifArtifact? artifact, string version)
    {
        var pools = new SarifPools(findings.Select(finding => finding.Pool));
        return new JsonObject
        {
            ["$schema"] = Schema,
            ["version"] = "2.1.0",
            ["runs"] = new JsonArray(
                new JsonObject
                {
                    ["tool"] = new JsonObject { ["driver"] = Driver(version) },
                    ["taxonomies"] = new JsonArray([.. Frameworks.Select(Taxonomy)]),
                    ["columnKind"] = "utf16CodeUnits",
                    ["results"] = new JsonArray([.. findings.Select(finding => Result(finding, pools, artifact))]),
                }
            ),
        }
            .ToJsonString(Layout)
            .ReplaceLineEndings("\n");
    }

    private static JsonObject Driver(string version) =>
        new()
        {
            ["name"] = "IdentityPool",
            ["semanticVersion"] = version,
            ["informationUri"] = Site,
            ["supportedTaxonomies"] = new JsonArray([.. Frameworks.Select(Component)]),
            ["rules"] = new JsonArray([.. FindingRules.All.Select(Rule)]),
        };

    /// <summary>The controls of one framework.</summary>
    private static JsonObject Taxonomy(string framework) =>
        new()
        {
            ["name"] = framework,
            ["informationUri"] = FindingControls.Frameworks[framework].AbsoluteUri,
            ["taxa"] = new JsonArray([
                .. TaxaOf(framework).Select(control => new JsonObject { ["id"] = control.Id, ["helpUri"] = control.HelpUri.AbsoluteUri }),
            ]),
        };

    private static IEnumerable<FindingControl> TaxaOf(string framework) => FindingControls.All.Where(control => control.Framework == framework);

    private static JsonObject Component(string framework) => new() { ["name"] = framework, ["index"] = Frameworks.IndexOf(framework) };

    private static JsonObject Taxon(FindingControl control) =>
        new()
        {
            ["id"] = control.Id,
            ["index"] = TaxaOf(control.Framework).ToList().IndexOf(control),
            ["toolComponent"] = Component(control.Framework),
        };

    private static JsonArray Taxa(FindingRule rule) => new([.. rule.Controls.Select(Taxon)]);

    /// <summary>The kinds of weakness as GitHub reads them: <c>external/cwe/cwe-284</c>.</summary>
    private static JsonArray Tags(FindingRule rule) =>
        new([
            "security",
            .. rule.Controls.Where(control => control.Framework == "CWE").Select(control => (JsonNode)("external/cwe/" + control.Id.ToLowerInvariant())),
        ]);

    private static JsonObject Rule(FindingRule rule) =>
        new()
        {
            ["id"] = rule.Id,
            ["name"] = rule.Id,
            ["shortDescription"] = Text(rule.Title + "."),
            ["fullDescription"] = Text(rule.Description),
            ["helpUri"] = rule.HelpUri.AbsoluteUri,
            ["help"] = Text(rule.Description),
            ["defaultConfiguration"] = new JsonObject { ["level"] = Level(rule.Severity) },
            ["relationships"] = new JsonArray([
                .. rule.Controls.Select(control => new JsonObject { ["target"] = Taxon(control), ["kinds"] = new JsonArray("relevant") }),
            ]),
            ["properties"] = new JsonObject { ["tags"] = Tags(rule), ["security-severity"] = Score(rule.Severity) },
        };

    private static JsonObject Result(IdentityPoolFinding finding, SarifPools pools, SarifArtifact? artifact)
    {
        var result = new JsonObject
        {
            ["ruleId"] = finding.RuleId,
            ["ruleIndex"] = RuleIndex[finding.RuleId],
            ["level"] = Level(finding.Severity),
            ["message"] = Text($"{finding.Message} {finding.Remedy}"),
            ["locations"] = new JsonArray(Location(finding, pools, artifact)),
            ["taxa"] = Taxa(finding.Rule),
            ["partialFingerprints"] = new JsonObject { ["identityPoolFinding/v1"] = Fingerprint(finding, pools) },
        };
        if (finding.Suppression is { } reason)
        {
            result["suppressions"] = new JsonArray(new JsonObject { ["kind"] = "inSource", ["justification"] = ShownText.Escape(reason) });
        }

        return result;
    }

    /// <summary>What is the same in the next run, and differs between two findings of one rule on one target.</summary>
    private static string Fingerprint(IdentityPoolFinding finding, SarifPools pools) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.RuleId}\n{pools.KeyOf(finding.Pool)}\n{finding.Target}\n{finding.Message}")));

    private static JsonObject Location(IdentityPoolFinding finding, SarifPools pools, SarifArtifact? artifact)
    {
        var location = new JsonObject
        {
            ["logicalLocations"] = new JsonArray(
                new JsonObject
                {
                    ["name"] = ShownText.Escape(finding.Target),
                    ["fullyQualifiedName"] = ShownText.Line($"{pools.NameOf(finding.Pool)}/{finding.Target}"),
                    ["kind"] = "resource",
                }
            ),
        };
        if (artifact is not null)
        {
            location["physicalLocation"] = new JsonObject
            {
                ["artifactLocation"] = new JsonObject { ["uri"] = artifact.Uri },
                ["region"] = new JsonObject { ["startLine"] = artifact.LineOf(finding) },
            };
        }

        return location;
    }

    private static JsonObject Text(string text) => new() { ["text"] = text };

    private static string Level(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "error",
            FindingSeverity.Warning => "warning",
            _ => "note",
        };

    /// <summary>The number by which GitHub sorts security findings.</summary>
    private static string Score(FindingSeverity severity) =>
        severity switch
        {
            FindingSeverity.Error => "8.0",
            FindingSeverity.Warning => "5.0",
            _ => "2.0",
        };
}

/// <summary>The pools of one log, told apart where they share a logical id: else two findings would be one to whoever reads the log.</summary>
internal sealed class SarifPools
{
    private readonly Dictionary<IdentityPool, string?> marks = new(ReferenceEqualityComparer.Instance);

    public SarifPools(IEnumerable<IdentityPool> pools)
    {
        foreach (var group in pools.Distinct(ReferenceEqualityComparer.Instance).Cast<IdentityPool>().GroupBy(pool => pool.LogicalId, StringComparer.Ordinal))
        {
            // One that exists is known by its id, a definition by what it says and by its place among those of one logical id.
            var different = group.GroupBy(pool => (object?)pool.Id ?? pool).ToList();
            for (var place = 0; place < different.Count; place++)
            {
                foreach (var pool in different[place])
                {
                    marks.Add(pool, different.Count == 1 ? null : pool.Id ?? (place + 1).ToString(CultureInfo.InvariantCulture));
                }
            }
        }
    }

    /// <summary>What stays the same from run to run.</summary>
    public string KeyOf(IdentityPool pool) => marks[pool] is { } mark ? $"{pool.LogicalId}\n{mark}" : pool.LogicalId;

    /// <summary>What people read.</summary>
    public string NameOf(IdentityPool pool) => marks[pool] is { } mark ? $"{pool} ({mark})" : pool.ToString();
}
