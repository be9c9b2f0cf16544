using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

public sealed class ExampleRunTests
{
    [Theory]
    [InlineData("'one'\n'two'", "one\ntwo")]
    [InlineData("$a = 1; $a\n\n# A remark\n$a + 1", "1\n2")]
    [InlineData("'one',\n    'two'", "one\ntwo")]
    [InlineData("function Get-It {\n    'it'\n}\nGet-It; Get-It", "it\nit")]
    [InlineData("New-RoleMappingRule a b 'c d'\n'after'", "New-RoleMappingRule: ")]
    [InlineData("Write-Warning 'careful'", "WARNING: careful")]
    [InlineData("(Get-Location).Path", "/pools")]
    [InlineData("@(Get-ChildItem).Count", "0")]
    [InlineData("[cultureinfo]::CurrentCulture.Name", "en-US")]
    [InlineData("$null = 1", "")]
    public void Every_input_shows_its_own(string code, string expected) => Assert.StartsWith(expected, Output(code), StringComparison.Ordinal);

    [Fact]
    public void An_error_does_not_end_the_example_and_is_short() =>
        Assert.Matches("^New-IdentityPool: .+\nafter$", Output("New-IdentityPool 'shop/eu'\n'after'"));

    [Fact]
    public void A_pool_is_a_table_of_its_own_for_each_input() =>
        Assert.Equal(2, Output("New-IdentityPool a\nNew-IdentityPool b").Split("Guests Mappings").Length - 1);

    [Fact]
    public void No_line_of_a_table_is_wider_than_a_hundred_columns() =>
        Assert.All(Output($"New-IdentityPool {new string('x', 120)}").Split('\n'), line => Assert.InRange(line.Length, 0, 100));

    [Fact]
    public void Code_that_does_not_parse_is_named()
    {
        var fault = Assert.Throws<ExampleException>(() => Output("if ("));

        Assert.Contains("Get-Sample.md(3): error HELP: 'Example 1: A' cannot be run", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("### Example 1: A\n\nText.\n", "exactly one block of code")]
    [InlineData("### Example 1: A\n\n```powershell\n1\n```\n\n```powershell\n2\n```\n", "exactly one block of code")]
    [InlineData("### Example 1: A\n\n```powershell\n1\n```\n\nText.\n\n```Output\n1\n```\n", "right after it")]
    [InlineData("### Example 1: A\n\n```powershell\n1\n", "not closed")]
    public void An_example_has_its_form(string text, string message) =>
        Assert.Contains(
            message,
            Assert.Throws<HelpBuilder.PageException>(() => ExamplesReader.Read(new("Get-Sample.md", $"## EXAMPLES\n\n{text}"))).Message,
            StringComparison.Ordinal
        );

    private static string Output(string code)
    {
        var file = Pages.File("Get-Sample");
        var page = new PageText(file, $"## EXAMPLES\n\n### Example 1: A\n\n```powershell\n{code}\n```\n");
        return ExampleRun.Output(file, ExamplesReader.Read(page).Single());
    }
}
