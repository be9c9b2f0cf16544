using System.Globalization;
using System.Text;
using IdentityPools.Findings;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;
using IdentityPools.Yaml;
using Xunit;

namespace IdentityPools.UnitTests.Fuzz;

/// <summary>
/// Templates of the field, of the CDK and of our own, changed at random: each is read or refused in words, and nothing comes out of it wider than it went
/// in. Every run has the same changes; IDENTITYPOOL_FUZZ is how many of each kind, IDENTITYPOOL_FUZZ_FROM the first.
/// </summary>
public sealed class TemplateFuzzTests(ITestOutputHelper output)
{
    private static readonly JsonTemplateText Json = new();
    private static readonly YamlTemplateText Yaml = new();
    private static readonly int Count = Number("IDENTITYPOOL_FUZZ", 300);
    private static readonly int From = Number("IDENTITYPOOL_FUZZ_FROM", 0);

    private static readonly (string Name, string Text)[] Seeds =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Fuzz", "Seeds"))
            .Concat(Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "field", "templates")))
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetFileName(path), File.ReadAllText(path))),
    ];

    // The seed that bounds most is changed as often as all others together.
    private static readonly int Bounded = Array.FindIndex(Seeds, seed => seed.Name == "bounded.yaml");

    [Fact]
    public void Templates_with_parts_changed() =>
        Run(random =>
        {
            var template = new TreeMutator(random).Mutate(Read(Seed(random)));
            // Written and read again, so that it is a template that can be met.
            return random.Next(2) == 0
                ? Json.Read(Encoding.UTF8.GetString(Json.Write(template).Span))
                : Yaml.Read(Encoding.UTF8.GetString(Yaml.Write(template).Span));
        });

    [Fact]
    public void Policies_with_parts_changed() =>
        Run(random =>
        {
            var template = Read(Seeds[Bounded].Text);
            var role = random.Next(2) == 0 ? "Users" : "More";
            string[] place =
                role == "Users"
                    ? ["Resources", role, "Properties", random.Next(3) == 0 ? "AssumeRolePolicyDocument" : "Policies"]
                    : ["Resources", role, "Properties"];
            return With(template, place, new TreeMutator(random).Mutate);
        });

    [Fact]
    public void Texts_of_templates_changed() => Run(random => Read(new TextMutator(random).Mutate(Seed(random))));

    private void Run(Func<Random, TemplateNode> template)
    {
        var (read, refused) = (0, 0);
        var failures = new List<string>();
        for (var number = From; number < From + Count; number++)
        {
            try
            {
                if (Examine(template(new Random(number))))
                {
                    read++;
                }
                else
                {
                    refused++;
                }
            }
            catch (TemplateTextException)
            {
                refused++;
            }
            catch (Exception exception)
            {
                failures.Add($"Change {number.ToString(CultureInfo.InvariantCulture)}: {exception}");
            }
        }

        output.WriteLine($"{Count} from {From}: {read} read, {refused} refused; {GC.GetTotalMemory(forceFullCollection: false) / 1024 / 1024} MB held");
        Assert.True(failures.Count == 0, $"{failures.Count} of {Count}\n" + string.Join("\n", failures.Take(20)));
    }

    /// <summary>Whether pools were read; what was read is looked at, exported and read again.</summary>
    private static bool Examine(TemplateNode template)
    {
        ImportedTemplate imported;
        try
        {
            imported = TemplateImporter.Import(template);
        }
        catch (DefinitionException fault)
        {
            Assert.NotEmpty(fault.Message);
            return false;
        }

        foreach (var pool in imported.Pools)
        {
            new Bounds(template).Check(pool);
            Assert.All(FindingSet.Evaluate(pool), finding => Assert.NotEmpty(finding.ToString()));
            AssertRoundTrip(pool);
        }

        return imported.Pools.Count > 0;
    }

    private static void AssertRoundTrip(IdentityPool pool)
    {
        string text;
        try
        {
            text = Text(pool);
        }
        catch (DefinitionException fault)
        {
            Assert.NotEmpty(fault.Message);
            return;
        }

        var again = TemplateImporter.Import(Yaml.Read(text));
        Assert.Empty(again.Errors);
        Assert.Equal(text, Text(Assert.Single(again.Pools)));
    }

    private static string Text(IdentityPool pool) => Encoding.UTF8.GetString(TemplateFiles.Single([pool], new() { IsFragment = true }, Yaml).Span);

    private static TemplateNode With(TemplateNode node, ReadOnlySpan<string> place, Func<TemplateNode, TemplateNode> change)
    {
        if (place.IsEmpty)
        {
            return change(node);
        }

        var entries = new List<KeyValuePair<string, TemplateNode>>();
        foreach (var (key, value) in (TemplateMapping)node)
        {
            entries.Add(new(key, key == place[0] ? With(value, place[1..], change) : value));
        }

        return new TemplateMapping(entries);
    }

    private static string Seed(Random random) => Seeds[random.Next(2) == 0 ? Bounded : random.Next(Seeds.Length)].Text;

    private static TemplateNode Read(string text) => text.TrimStart().StartsWith('{') ? Json.Read(text) : Yaml.Read(text);

    private static int Number(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var number) ? number : otherwise;
}
