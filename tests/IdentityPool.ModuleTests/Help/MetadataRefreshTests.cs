using IdentityPools.HelpBuilder;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

public sealed class MetadataRefreshTests
{
    private const string Command = "Add-RoleMapping";

    private static readonly Lazy<CommandFacts> Facts = new(() => CommandFacts.All(ModuleRunspace.Root).Single(facts => facts.Name == Command));
    private static readonly Lazy<string> Page = new(() => MetadataRefresh.Refreshed(Pages.File(Command)));

    [Fact]
    public void A_new_parameter_waits_for_its_description_where_it_belongs()
    {
        var text = Refreshed(Facts.Value with { Parameters = With("Precedence", Facts.Value.Parameters["MappingKey"]) });

        Assert.Contains("### -Precedence\n\n{{ Say what this is }}\n\n```yaml\nType: System.String\n", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("### -OpenIdConnectProvider", StringComparison.Ordinal) < text.IndexOf("### -Precedence", StringComparison.Ordinal));
        Assert.True(text.IndexOf("### -Precedence", StringComparison.Ordinal) < text.IndexOf("### -Provider\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_parameter_that_is_gone_goes()
    {
        var text = Refreshed(Facts.Value with { Parameters = Facts.Value.Parameters.Where(parameter => parameter.Key != "MappingKey").ToDictionary() });

        Assert.DoesNotContain("### -MappingKey", text, StringComparison.Ordinal);
        Assert.Contains("### -InputObject", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_changed_is_written_and_what_people_said_stays()
    {
        var changed = Facts.Value.Parameters["MappingKey"] with { Type = "System.Int32", Aliases = ["Key"], DefaultValue = "" };
        var before = Page.Value.Replace("Type: System.String\nDefaultValue: ''", "Type: System.String\nDefaultValue: made", StringComparison.Ordinal);

        var text = MetadataRefresh.Refreshed(new(Pages.File(Command), before), Facts.Value with { Parameters = With("MappingKey", changed) });

        Assert.Equal(
            before.Replace(
                "Type: System.String\nDefaultValue: made\nSupportsWildcards: false\nAliases: []",
                "Type: System.Int32\nDefaultValue: made\nSupportsWildcards: false\nAliases:\n- Key",
                StringComparison.Ordinal
            ),
            text
        );
    }

    [Fact]
    public void A_syntax_is_written_anew()
    {
        var text = Refreshed(Facts.Value with { Syntax = [new("Other", IsDefault: true, "Add-RoleMapping -Other", 0)] });

        Assert.Contains("## SYNTAX\n\n### Other (Default)\n\n```\nAdd-RoleMapping -Other\n```\n\n## ALIASES\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_output_waits_for_its_description()
    {
        var text = Refreshed(Facts.Value with { Outputs = [.. Facts.Value.Outputs, "System.String"] });

        Assert.Contains("### System.String\n\n{{ Say what this is }}\n\n## NOTES\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_is_not_there_is_begun_and_only_its_placeholders_are_wrong()
    {
        var file = Path.Combine(Path.GetDirectoryName(Pages.File(Command))!, "..", "New-UserPool.md");

        var draft = MetadataRefresh.Refreshed(file);
        var page = CommandPageReader.Read(new(file, draft));

        Assert.Equal("New-UserPool", page.Name);
        Assert.Contains("PasswordMinimumLength", page.Parameters.Select(parameter => parameter.Name));
    }

    [Fact]
    public void A_page_of_no_command_is_an_error()
    {
        var fault = Assert.Throws<PageException>(() => MetadataRefresh.Refreshed(Pages.File("Get-Nothing")));

        Assert.Contains("no command 'Get-Nothing'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_without_a_section_is_an_error()
    {
        var text = Page.Value.Replace("## INPUTS", "## OTHER", StringComparison.Ordinal);

        Assert.Contains(
            "'## INPUTS' is missing",
            Assert.Throws<PageException>(() => MetadataRefresh.Refreshed(new("x.md", text), Facts.Value)).Message,
            StringComparison.Ordinal
        );
    }

    private static string Refreshed(CommandFacts facts) => MetadataRefresh.Refreshed(new(Pages.File(Command), Page.Value), facts);

    private static SortedDictionary<string, ParameterFacts> With(string name, ParameterFacts facts) =>
        new(Facts.Value.Parameters.ToDictionary()) { [name] = facts };
}
