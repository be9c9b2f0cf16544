using IdentityPools.HelpBuilder;
using Xunit;

namespace IdentityPools.UnitTests.Help;

/// <summary>What is wrong with a page stops the build, with the line.</summary>
public sealed class PageProblemTests : IDisposable
{
    private readonly string pages = Directory.CreateTempSubdirectory().FullName;
    private readonly string output = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());

    public void Dispose()
    {
        Directory.Delete(pages, recursive: true);
        if (Directory.Exists(output))
        {
            Directory.Delete(output, recursive: true);
        }
    }

    [Fact]
    public void A_page_that_is_as_it_must_be_becomes_help()
    {
        Assert.Empty(Build(SamplePage.Text));
        Assert.True(File.Exists(Path.Combine(output, "IdentityPool.dll-Help.xml")));
    }

    [Fact]
    public void The_same_pages_give_the_same_bytes_without_a_mark()
    {
        Build(SamplePage.Text);
        var first = File.ReadAllBytes(Path.Combine(output, "IdentityPool.dll-Help.xml"));
        Build(SamplePage.Text.ReplaceLineEndings("\r\n"));

        Assert.Equal(first, File.ReadAllBytes(Path.Combine(output, "IdentityPool.dll-Help.xml")));
        Assert.Equal((byte)'<', first[0]);
        Assert.DoesNotContain((byte)'\r', first);
    }

    [Theory]
    [InlineData("## NOTES\n\nA note.\n\n", "", "'## NOTES' is expected")]
    [InlineData("## NOTES", "## REMARKS", "Here stands '## REMARKS'")]
    [InlineData("A note.", "", "The section '## NOTES' is empty.")]
    [InlineData("2024-05-01", "2023-01-01", "'PlatyPS schema version' is '2023-01-01'")]
    [InlineData("Locale: en-US\n", "", "The header lacks 'Locale'.")]
    [InlineData("Locale: en-US\n", "Locale: en-US\ncolour: red\n", "'colour'")]
    [InlineData("title: Get-Sample", "title: Get-Other", "is not the name of the file")]
    [InlineData("# Get-Sample\n\n## S", "# Get-Other\n\n## S", "exactly one heading of the first level")]
    [InlineData("A note.", "{{ Fill in }}", "'{{ Fill in }}' is not filled in.")]
    [InlineData("A note.", "A <name>.", "'<name>' cannot be shown as plain text")]
    [InlineData("A note.", "![x](https://a.example/x.png)", "cannot be shown as plain text")]
    [InlineData("A note.", "[x](New-Nothing.md)", "leads nowhere")]
    [InlineData("A note.", "[x](http://a.example)", "leads nowhere")]
    [InlineData("DontShow: false\n", "", "The YAML cannot be read")]
    [InlineData("DontShow: false", "Unknown: false", "The YAML cannot be read")]
    [InlineData("DontShow: false", "DontShow: perhaps", "The YAML cannot be read")]
    [InlineData("```yaml", "```text", "-Force needs a description")]
    [InlineData("The name.\n\n", "", "-Name needs a description")]
    [InlineData("### -Name", "### Name", "written with its hyphen")]
    [InlineData("[[-Name] <string>]", "[[-Other] <string>]", "-Other is not under")]
    [InlineData("- Name: (All)", "- Name: Other", "do not name the parameter set")]
    [InlineData("[Online Version]", "[Online]", "The first link is")]
    [InlineData("```powershell", "```console", "exactly one block of code")]
    [InlineData("```Output", "```text", "and no 'text'")]
    public void A_problem_has_its_line(string text, string instead, string message)
    {
        var page = SamplePage.Text.Replace(text, instead, StringComparison.Ordinal);
        Assert.NotEqual(SamplePage.Text, page);

        var problem = Build(page)[0];

        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.InRange(problem.Line, 1, page.Split('\n').Length);
        Assert.Matches(@"Get-Sample\.md\(\d+\): error HELP: ", problem.ToString());
        Assert.False(Directory.Exists(output));
    }

    [Fact]
    public void The_line_is_the_one()
    {
        var problem = Assert.Single(Build(SamplePage.Text.Replace("A note.", "{{ x }}", StringComparison.Ordinal)));

        Assert.Equal(SamplePage.Text.Split('\n').Index().Single(line => line.Item == "A note.").Index + 1, problem.Line);
    }

    [Theory]
    [InlineData("readme.md", "# x", "is named after a command")]
    [InlineData("about_It.md", "# about_Other\n", "# about_It")]
    [InlineData("about_It.md", "# about_It\n\n## Long description\n\nx\n", "'## Short description'")]
    [InlineData("about_It.md", "# about_It\n\n## Short description\n\n- x\n\n## Long description\n\nx\n", "is one paragraph")]
    public void Other_pages_have_their_form_too(string name, string text, string message)
    {
        File.WriteAllText(Path.Combine(pages, name), text);

        Assert.Contains(message, Assert.Single(HelpFiles.Write(pages, output)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_command_line_without_a_meaning_shows_the_usage()
    {
        using var errors = new StringWriter();

        Assert.Equal(64, HelpFiles.Build([], errors));
        Assert.StartsWith("Usage:", errors.ToString(), StringComparison.Ordinal);
    }

    private IReadOnlyList<Problem> Build(string text)
    {
        File.WriteAllText(Path.Combine(pages, "Get-Sample.md"), text);
        return HelpFiles.Write(pages, output);
    }
}
