using System.Text.RegularExpressions;
using IdentityPools.HelpPages.Engine;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>The workflows name what exists and claim what the manifest claims.</summary>
public sealed partial class WorkflowTests
{
    private static string Folder => Path.Combine(ModuleRunspace.Root, ".github", "workflows");

    public static TheoryData<string> Names() => [.. Directory.GetFiles(Folder, "*.yml").Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Fact]
    public void There_are_a_workflow_for_changes_and_one_for_releases() => Assert.Equal(["ci.yml", "release.yml"], Names().Select(row => row.Data));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workflow_may_only_read_and_each_job_ends(string name)
    {
        var workflow = Read(name);

        Assert.Equal("read", Text(Map(workflow, "permissions"), "contents"));
        Assert.Single(Map(workflow, "permissions").Children);
        foreach (var job in Jobs(workflow).Values.Where(job => !job.Children.ContainsKey("uses")))
        {
            Assert.InRange(int.Parse(Text(job, "timeout-minutes"), System.Globalization.CultureInfo.InvariantCulture), 1, 90);
            Assert.NotEmpty(((YamlSequenceNode)job.Children["steps"]).Children);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_job_waits_for_jobs_that_exist(string name)
    {
        var jobs = Jobs(Read(name));

        Assert.All(jobs.Values.Where(job => job.Children.ContainsKey("needs")), job => Assert.Contains(Text(job, "needs"), jobs.Keys));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Files_and_tasks_that_are_named_exist(string name)
    {
        var text = File.ReadAllText(Path.Combine(Folder, name));
        var build = File.ReadAllText(Path.Combine(ModuleRunspace.Root, "build.ps1"));

        Assert.All(
            RepositoryFile().Matches(text).Select(match => match.Groups[1].Value),
            file => Assert.True(File.Exists(Path.Combine(ModuleRunspace.Root, file)), file)
        );
        Assert.All(BuildTask().Matches(text), match => Assert.Contains($"'{match.Groups[1].Value}' {{", build, StringComparison.Ordinal));
        Assert.NotEmpty(RepositoryFile().Matches(text));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_expression_stands_in_a_script(string name)
    {
        // What GitHub puts into the text of a script is run as part of it; values come by the environment.
        var scripts = Jobs(Read(name)).Values.SelectMany(Steps).Where(step => step.Children.ContainsKey("run")).Select(step => Text(step, "run"));

        Assert.All(scripts, script => Assert.DoesNotContain("${{", script, StringComparison.Ordinal));
    }

    [Fact]
    public void The_packed_module_is_tried_where_the_manifest_says_it_works()
    {
        var matrix = Map(Map(Jobs(Read("ci.yml"))["try"], "strategy"), "matrix");
        var versions = ((YamlSequenceNode)matrix.Children["powershell"]).Children.Select(node => ((YamlScalarNode)node).Value).ToList();
        var systems = ((YamlSequenceNode)matrix.Children["os"]).Children.Select(node => ((YamlScalarNode)node).Value!.Split('-')[0]).ToHashSet();

        Assert.Equal(PackedModule.Manifest.Text("PowerShellVersion"), versions[0]);
        Assert.Equal(["7.4", "7.5", "7.6"], versions);
        var runners = new Dictionary<string, string>
        {
            ["Linux"] = "ubuntu",
            ["Windows"] = "windows",
            ["MacOS"] = "macos",
        };
        Assert.Equal(runners.Where(runner => PackedModule.Manifest.Tags.Contains(runner.Key)).Select(runner => runner.Value).ToHashSet(), systems);
    }

    [Fact]
    public void Scripts_are_held_against_the_rules_of_one_version()
    {
        var steps = Steps(Jobs(Read("ci.yml"))["scripts"]).Where(step => step.Children.ContainsKey("run"));
        var script = File.ReadAllText(Path.Combine(ModuleRunspace.Root, ".github", "Test-ScriptStyle.ps1"));

        Assert.Equal(["./build.ps1", "./.github/Test-ScriptStyle.ps1"], steps.Select(step => Text(step, "run")));
        Assert.Matches("ModuleName = 'PSScriptAnalyzer'; RequiredVersion = '[0-9]+\\.[0-9]+\\.[0-9]+'", script);
        Assert.Contains("$root/PSScriptAnalyzerSettings.psd1", script, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_the_approved_job_has_the_key_and_it_publishes_what_was_tested()
    {
        var text = File.ReadAllText(Path.Combine(Folder, "release.yml"));
        var publish = Jobs(Read("release.yml"))["publish"];

        Assert.Equal("PowerShellGallery", Text(Map(publish, "environment"), "name"));
        Assert.Equal("ci", Text(publish, "needs"));
        Assert.Contains(
            Steps(publish),
            step => step.Children.ContainsKey("run") && Text(step, "run").Contains("Publish-PSResource -NupkgPath", StringComparison.Ordinal)
        );
        Assert.Equal(2, text.Split("secrets.").Length);
        Assert.DoesNotContain(
            Steps(publish),
            step => step.Children.ContainsKey("uses") && Text(step, "uses").StartsWith("actions/checkout", StringComparison.Ordinal)
        );
    }

    private static YamlMappingNode Read(string name)
    {
        using var reader = File.OpenText(Path.Combine(Folder, name));
        var stream = new YamlStream();
        stream.Load(reader);
        return (YamlMappingNode)Assert.Single(stream.Documents).RootNode;
    }

    private static Dictionary<string, YamlMappingNode> Jobs(YamlMappingNode workflow) =>
        Map(workflow, "jobs").Children.ToDictionary(job => ((YamlScalarNode)job.Key).Value!, job => (YamlMappingNode)job.Value);

    private static IEnumerable<YamlMappingNode> Steps(YamlMappingNode job) =>
        job.Children.TryGetValue("steps", out var steps) ? ((YamlSequenceNode)steps).Children.Cast<YamlMappingNode>() : [];

    private static YamlMappingNode Map(YamlMappingNode node, string key) => (YamlMappingNode)node.Children[key];

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node.Children[key]).Value!;

    [GeneratedRegex(@"(?:^|[\s:])(?:\./)?((?:\.ci|\.github)/[\w./-]+|global\.json|build\.ps1|IdentityPool\.psd1)", RegexOptions.Multiline)]
    private static partial Regex RepositoryFile();

    [GeneratedRegex(@"build\.ps1""? -Task (\w+)")]
    private static partial Regex BuildTask();
}
