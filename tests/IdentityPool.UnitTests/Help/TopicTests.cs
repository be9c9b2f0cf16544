using FsCheck;
using FsCheck.Xunit;
using IdentityPools.HelpBuilder;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpBuilder.Text;
using IdentityPools.HelpBuilder.Topics;
using Xunit;

namespace IdentityPools.UnitTests.Help;

public sealed class TopicTests
{
    private const string Head = "# about_It\n\n## Short description\n\nSays it.\n\n## Long description\n\n";

    [Theory]
    [InlineData("Some **bold**, *slanted* and `code`.", "    Some bold, slanted and code.")]
    [InlineData("See [Get-It](Get-It.md) and [AWS](https://aws.example).", "    See Get-It and AWS (https://aws.example).")]
    [InlineData("- one\n- two\n  1. in\n  2. side", "    - one\n    - two\n      1. in\n      2. side")]
    [InlineData("- one\n\n- two", "    - one\n\n    - two")]
    [InlineData("```powershell\nGet-It |\n    Sort-Object\n```", "        Get-It |\n            Sort-Object")]
    [InlineData("| a | bb |\n|---|---|\n| `x` | y |", "    a  bb\n    -  --\n    x  y")]
    [InlineData("> quoted", "      quoted")]
    [InlineData("&lt;tag&gt; \\* &amp;", "    <tag> * &")]
    [InlineData("One.\n\n### Part\n\nTwo.", "    One.\n\n  Part\n    Two.")]
    public void Markdown_becomes_text(string markdown, string expected) =>
        Assert.Equal($"TOPIC\n    about_It\n\nSHORT DESCRIPTION\n    Says it.\n\nLONG DESCRIPTION\n{expected}\n\n", Text(markdown) + "\n");

    [Theory]
    [InlineData(76, true)]
    [InlineData(77, false)]
    public void A_synopsis_that_GetHelp_would_cut_is_refused(int length, bool isShort)
    {
        var synopsis = string.Join(' ', Enumerable.Repeat("x", length / 2)) + (length % 2 == 0 ? "." : ".x");
        var page = new PageText("about_It.md", Head.Replace("Says it.", synopsis, StringComparison.Ordinal) + "Text.\n");

        if (isShort)
        {
            Assert.Contains($"SHORT DESCRIPTION\n    {synopsis}\n\n", TopicText.Of(page), StringComparison.Ordinal);
        }
        else
        {
            Assert.Contains("longer than 76 characters", Assert.Throws<PageException>(() => TopicText.Of(page)).Message, StringComparison.Ordinal);
        }
    }

    [Property]
    public void No_line_is_wider_than_the_screen(NonEmptyArray<byte> lengths)
    {
        var words = lengths.Get.Select(length => new string('x', length % (TopicText.Width - 8) + 1)).ToArray();
        var cells = string.Join(" | ", words.Take(3).Select(word => string.Join(' ', word.Chunk(7).Select(part => new string(part)))));
        var count = Math.Min(3, words.Length);
        var table = $"| {cells} |\n|{string.Concat(Enumerable.Repeat("---|", count))}\n| {cells} |";
        var text = Text($"{string.Join(' ', words)}\n\n- {string.Join("\n- ", words)}\n\n{table}");

        Assert.All(text.Split('\n'), line => Assert.InRange(line.Length, 0, TopicText.Width));
    }

    [Property]
    public void Every_word_comes_through(NonEmptyArray<byte> lengths)
    {
        var words = lengths.Get.Select((length, index) => $"w{index}{new string('x', length % 30)}").ToArray();

        Assert.Equal(words, Text(string.Join(' ', words)).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries)[^words.Length..]);
    }

    [Property]
    public void Any_text_survives_as_code(NonEmptyString text)
    {
        var code = string.Concat(text.Get.Where(letter => letter is >= ' ' and not '`' and < '\ud800')).Trim();
        if (code.Length > 0)
        {
            var page = new PageText("x.md", $"a `{code}` b");

            Assert.Equal($"a {code} b", new PlainText(page, TopicText.Width).Of(page.Document).Single().ToString());
        }
    }

    private static string Text(string markdown) => TopicText.Of(new PageText("about_It.md", Head + markdown + "\n"));
}
