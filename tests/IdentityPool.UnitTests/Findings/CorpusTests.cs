using System.Text.Json;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>
/// Public templates and what is found in them. Their texts are not here; whoever has them in a folder, named as in the list, names it in
/// <c>IDENTITYPOOL_CORPUS</c>.
/// </summary>
public sealed class CorpusTests
{
    private const string Variable = "IDENTITYPOOL_CORPUS";

    /// <summary>In place of a rule: a template or pool that is not imported.</summary>
    private const string Refused = "refused";

    public static TheoryData<string> Files => [.. List().Select(entry => entry.File)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Findings_are_as_expected(string file)
    {
        var folder = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(folder), $"{Variable} names no folder with the templates.");
        var entry = List().Single(known => known.File == file);
        var text = File.ReadAllText(Path.Combine(folder, file));

        Assert.Equal(entry.Findings, Found(text));
    }

    [Fact]
    public void Every_entry_has_a_link_that_never_changes_and_names_rules_that_there_are() =>
        Assert.All(
            List(),
            entry =>
            {
                Assert.Matches("^https://github.com/[^/]+/[^/]+/blob/[0-9a-f]{40}/", entry.Link);
                Assert.All(entry.Findings.Keys.Where(rule => rule != Refused), rule => Assert.Contains(rule, FindingRuleId.All));
            }
        );

    private static SortedDictionary<string, int> Found(string text)
    {
        ITemplateText format = text.TrimStart().StartsWith('{') ? new JsonTemplateText() : new YamlTemplateText();
        try
        {
            var imported = TemplateImporter.Import(format.Read(text));
            var found = imported.Pools.SelectMany(pool => FindingSet.Evaluate(pool)).Select(finding => finding.RuleId);
            return Sorted(found.Concat(imported.Errors.Select(_ => Refused)).CountBy(rule => rule));
        }
        catch (Exception refusal) when (refusal is TemplateTextException or DefinitionException)
        {
            return Sorted([KeyValuePair.Create(Refused, 1)]);
        }
    }

    private static SortedDictionary<string, int> Sorted(IEnumerable<KeyValuePair<string, int>> findings) =>
        new(findings.ToDictionary(StringComparer.Ordinal), StringComparer.Ordinal);

    private static List<(string File, string Link, SortedDictionary<string, int> Findings)> List()
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Findings", "corpus.json")));
        return
        [
            .. json
                .RootElement.EnumerateArray()
                .Select(entry =>
                    (
                        entry.GetProperty("file").GetString()!,
                        entry.GetProperty("link").GetString()!,
                        Sorted(entry.GetProperty("findings").EnumerateObject().Select(finding => KeyValuePair.Create(finding.Name, finding.Value.GetInt32())))
                    )
                ),
        ];
    }
}
