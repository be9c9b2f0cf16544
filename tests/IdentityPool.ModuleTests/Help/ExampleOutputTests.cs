using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages;
using Xunit;

namespace IdentityPools.ModuleTests.Help;

public sealed class ExampleOutputTests
{
    [Theory]
    [InlineData("eu-west-1:3dd5d583-bf90-4cb1-bca8-3183def650fa", "eu-west-1:61f40e3c-5d83-476b-9606-04abdfe82c39", true)]
    [InlineData("a 3dd5d583-bf90-4cb1-bca8-3183def650fa", "b 61f40e3c-5d83-476b-9606-04abdfe82c39", false)]
    [InlineData("2026-11-23T13:10:36Z, 12 ms", "2027-01-02T03:04:05Z, 7 ms", true)]
    [InlineData("7 ms, 7 ms", "7 ms, 8 ms", true)]
    [InlineData("11/23/2026 1:15:01 PM", "1/2/2027 12:00:00 AM", true)]
    [InlineData("ASIAABCDEFGHIJKLMNOP", "ASIAZZZZZZZZZZZZZZZZ", true)]
    [InlineData("eu-west-1_Ab1Cd2Ef3", "eu-west-1_Xy9Zw8Vu7", true)]
    [InlineData("text  \nmore\n\n", "\ntext\nmore", true)]
    [InlineData("  text", "text", false)]
    [InlineData("3 pools", "4 pools", false)]
    [InlineData("Rules 1", "Rules 2", false)]
    public void Only_what_every_run_makes_anew_may_differ(string one, string other, bool expected) =>
        Assert.Equal(expected, ExampleOutput.AreEqual(one, other));

    [Fact]
    public void The_same_value_stays_the_same_value()
    {
        const string One = "3dd5d583-bf90-4cb1-bca8-3183def650fa";
        const string Two = "61f40e3c-5d83-476b-9606-04abdfe82c39";

        Assert.True(ExampleOutput.AreEqual($"{One} {Two} {One}", $"{Two} {One} {Two}"));
        Assert.False(ExampleOutput.AreEqual($"{One} {Two} {One}", $"{One} {Two} {Two}"));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("shown", "\n```Output\nshown\n```\n")]
    [InlineData("```\ncode\n```", "\n````Output\n```\ncode\n```\n````\n")]
    public void What_is_shown_is_written_after_the_code(string output, string expected)
    {
        var (lines, example) = Example("### Example 1: A\n\n```powershell\nGet-Item\n```\n\nAfter.\n");

        ExampleRefresh.Write(lines, example, output);

        Assert.Equal($"## EXAMPLES\n\n### Example 1: A\n\n```powershell\nGet-Item\n```\n{expected}\nAfter.\n", string.Join('\n', lines));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("old", "\n```Output\nold\n```\n")]
    [InlineData("new\nlines", "\n```Output\nnew\nlines\n```\n")]
    public void What_was_shown_before_gives_way(string output, string expected)
    {
        var (lines, example) = Example("### Example 1: A\n\n```powershell\nGet-Item\n```\n\n```Output\nold\n```\n\nAfter.\n");

        ExampleRefresh.Write(lines, example, output);

        Assert.Equal($"## EXAMPLES\n\n### Example 1: A\n\n```powershell\nGet-Item\n```\n{expected}\nAfter.\n", string.Join('\n', lines));
    }

    private static (List<string> Lines, CommandExample Example) Example(string text)
    {
        var page = new PageText("Get-Sample.md", $"## EXAMPLES\n\n{text}");
        return ([.. page.Text.Split('\n')], ExamplesReader.Read(page).Single());
    }
}
