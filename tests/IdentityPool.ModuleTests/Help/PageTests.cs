using System.Management.Automation;
using System.Management.Automation.Language;
using IdentityPools.HelpPages;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

/// <summary>What pages say is what is true of the commands, both ways.</summary>
public sealed class PageTests
{
    private const int FewestExamples = 3;

    private static readonly Lazy<IReadOnlyList<CommandFacts>> Facts = new(() => CommandFacts.All(ModuleRunspace.Root));

    public static TheoryData<string> Commands() => [.. Pages.Commands];

    [Fact]
    public void Every_command_has_a_page_and_every_page_a_command() => Assert.Equal(Facts.Value.Select(command => command.Name), Pages.Commands);

    [Theory]
    [MemberData(nameof(Commands))]
    public void Syntax_parameters_and_types_are_those_of_the_command(string command)
    {
        var file = Pages.File(command);
        var page = File.ReadAllText(file).ReplaceLineEndings("\n");
        var refreshed = MetadataRefresh.Refreshed(file);

        Assert.True(page == refreshed, $"{TextDiff.Of(page, refreshed)}\nTo refresh: dotnet run --project tools/HelpPages -- metadata docs/en-US/{command}.md");
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_page_is_online_where_the_command_says(string command)
    {
        var page = Pages.Read(command);

        Assert.Equal(Facts.Value.Single(facts => facts.Name == command).HelpUri, page.HelpUri);
        Assert.Equal(page.HelpUri, page.Links[0].Target);
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_parameter_is_described_once(string command)
    {
        var page = Pages.Read(command);

        Assert.Equal(Facts.Value.Single(facts => facts.Name == command).Parameters.Keys, page.Parameters.Select(parameter => parameter.Name));
        Assert.All(page.Parameters, parameter => Assert.NotEmpty(parameter.Description));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Only_a_page_without_inputs_says_that_nothing_is_accepted(string command)
    {
        var inputs = File.ReadAllText(Pages.File(command)).Split("\n## INPUTS")[1].Split("\n## OUTPUTS")[0];

        var isNone = Pages.Read(command).Inputs[0].Title == "None";
        Assert.Equal(isNone, inputs.Contains("does not accept pipeline input", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Defaults_are_those_of_a_new_command(string command)
    {
        var page = Pages.Read(command);
        using var runspace = ModuleRunspace.Create(new RecordedHost());
        using var shell = PowerShell.Create(runspace);
        var type = shell.AddScript($"Import-Module IdentityPool; (Get-Command {command}).ImplementingType").Invoke<Type>().Single();
        var fresh = Activator.CreateInstance(type);
        foreach (var parameter in page.Parameters)
        {
            // The parameters that the engine adds are no properties of the class.
            var initial = type.GetProperty(parameter.Name)?.GetValue(fresh);
            var isClear = initial is SwitchParameter or int and not 0 or string { Length: > 0 };
            Assert.True(
                !isClear || parameter.Facts.DefaultValue == (initial is SwitchParameter on ? $"{on.ToBool()}" : $"{initial}"),
                $"-{parameter.Name} has the default '{initial}', and its page says '{parameter.Facts.DefaultValue}'."
            );
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void Examples_are_numbered_enough_and_end_with_a_pipeline(string command)
    {
        var examples = Pages.Read(command).Examples;

        Assert.True(examples.Count >= FewestExamples, $"{examples.Count} examples");
        Assert.All(examples, (example, index) => Assert.Matches($"^Example {index + 1}: \\S", example.Title));
        Assert.True(IsPipeline(examples[^1].Code.Text), $"'{examples[^1].Title}' is no pipeline.");
    }

    [Theory]
    [InlineData("$a | Get-Item | Set-Content x", true)]
    [InlineData("Get-Item; Get-Item", false)]
    [InlineData("$a = 1 | ForEach-Object { $_ }", false)]
    [InlineData("Get-Item (Get-Item | Get-Item)", true)]
    public void Two_commands_in_one_pipeline_are_a_pipeline(string code, bool expected) => Assert.Equal(expected, IsPipeline(code));

    private static bool IsPipeline(string code) =>
        Parser
            .ParseInput(code, out _, out _)
            .FindAll(node => node is PipelineAst pipeline && pipeline.PipelineElements.OfType<CommandAst>().Skip(1).Any(), searchNestedScriptBlocks: true)
            .Any();
}
