using System.Text.Json;
using System.Text.RegularExpressions;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>
/// What workflows, ours and those to copy, take from others is one commit, because whoever can move a tag runs code with the job's rights; and what runs a
/// pull request's code has no rights to speak of.
/// </summary>
public sealed partial class PinnedActionsTests
{
    private static string Example => Path.Combine(ModuleRunspace.Root, "examples", "10-github-actions");

    public static TheoryData<string> Workflows() =>
        [
            .. new[] { Path.Combine(ModuleRunspace.Root, ".github"), Path.Combine(ModuleRunspace.Root, "examples") }
                .SelectMany(folder => Directory.EnumerateFiles(folder, "*.y*ml", SearchOption.AllDirectories))
                .Where(file => Uses().IsMatch(File.ReadAllText(file)))
                .Select(file => Path.GetRelativePath(ModuleRunspace.Root, file).Replace('\\', '/'))
                .Order(StringComparer.Ordinal),
        ];

    [Fact]
    public void All_workflows_are_looked_at() =>
        Assert.Equal(
            [".github/workflows/ci.yml", ".github/workflows/release.yml", "examples/10-github-actions/identity-pools.yml"],
            Workflows().Select(row => row.Data)
        );

    [Theory]
    [MemberData(nameof(Workflows))]
    public void An_action_is_a_commit_and_says_its_version(string file) =>
        Assert.All(
            Uses().Matches(Read(file)).Select(match => match.Groups[1].Value).Where(action => !action.StartsWith("./", StringComparison.Ordinal)),
            action => Assert.Matches("^[\\w.-]+(/[\\w.-]+)+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", action)
        );

    [Fact]
    public void An_action_has_one_commit_everywhere() =>
        Assert.All(
            Workflows()
                .SelectMany(row => Uses().Matches(Read(row.Data)).Select(match => match.Groups[1].Value))
                .Distinct()
                .GroupBy(action => action.Split('@')[0]),
            versions => Assert.Single(versions)
        );

    [Theory]
    [MemberData(nameof(Workflows))]
    public void No_checkout_leaves_credentials_behind(string file) =>
        Assert.Equal(
            Regex.Count(Read(file), "uses: actions/checkout@"),
            Regex.Count(Read(file), "uses: actions/checkout@[^\\n]*\\n\\s*with:\\n\\s*persist-credentials: false\\n")
        );

    [Fact]
    public void What_has_an_identity_in_AWS_runs_nothing_of_the_repository()
    {
        var jobs = Jobs(File.ReadAllText(Path.Combine(Example, "identity-pools.yml")));

        Assert.Equal(["check", "findings", "plan", "publish"], jobs.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, job) in jobs)
        {
            var hasIdentity = job.Contains("id-token: write", StringComparison.Ordinal);
            Assert.Equal(name is "plan" or "publish", hasIdentity);
            Assert.Equal(hasIdentity, job.Contains("configure-aws-credentials", StringComparison.Ordinal));
            Assert.Equal(name == "check", job.Contains("actions/checkout", StringComparison.Ordinal));
            Assert.Equal(name == "check", job.Contains("./pools", StringComparison.Ordinal));
            Assert.Equal(name == "findings", Regex.IsMatch(job, "^      (?!id-token)[a-z-]+: write$", RegexOptions.Multiline));
        }
    }

    [Fact]
    public void The_publishing_role_is_bound_to_the_approval()
    {
        var job = Jobs(File.ReadAllText(Path.Combine(Example, "identity-pools.yml")))["publish"];
        var environment = Regex.Match(job, "^    environment: (\\w+)$", RegexOptions.Multiline).Groups[1].Value;

        Assert.Equal($"repo:example-org/example-repo:environment:{environment}", Assert.Single(Subjects("publish-role-trust.json")));
        Assert.DoesNotContain(Subjects("plan-role-trust.json"), subject => subject.Contains(":environment:", StringComparison.Ordinal));
    }

    /// <summary>The subjects that a trust policy admits; by equality, for one audience.</summary>
    private static string[] Subjects(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Example, file)));
        var statement = Assert.Single(document.RootElement.GetProperty("Statement").EnumerateArray());
        var condition = Assert.Single(statement.GetProperty("Condition").EnumerateObject());
        Assert.Equal("StringEquals", condition.Name);
        Assert.Equal("sts.amazonaws.com", condition.Value.GetProperty("token.actions.githubusercontent.com:aud").GetString());
        var subject = condition.Value.GetProperty("token.actions.githubusercontent.com:sub");
        return subject.ValueKind == JsonValueKind.Array ? [.. subject.EnumerateArray().Select(item => item.GetString()!)] : [subject.GetString()!];
    }

    private static Dictionary<string, string> Jobs(string workflow) =>
        JobName()
            .Matches(workflow[workflow.IndexOf("\njobs:\n", StringComparison.Ordinal)..])
            .ToDictionary(match => match.Groups[1].Value, match => match.Value, StringComparer.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(ModuleRunspace.Root, file));

    [GeneratedRegex("^\\s*(?:- )?uses: (\\S.*?)\\s*$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex("^  (\\w+):\\n(?:(?:    .*)?\\n)*", RegexOptions.Multiline)]
    private static partial Regex JobName();
}
