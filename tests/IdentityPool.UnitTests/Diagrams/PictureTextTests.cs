using IdentityPools.Diagrams;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Text in pictures: what is cut and wrapped.</summary>
public sealed class PictureTextTests
{
    [Theory]
    [InlineData("short", 10, "short")]
    [InlineData("0123456789a", 10, "012345678\u2026")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301\u2026")]
    [InlineData("\U0001f600\U0001f600\U0001f600", 2, "\U0001f600\u2026")]
    public void Text_is_cut_between_characters(string text, int length, string expected) => Assert.Equal(expected, PictureText.Clip(text, length));

    [Fact]
    public void Lines_are_no_wider_and_no_more_than_they_may_be()
    {
        var text = string.Concat(Enumerable.Repeat("arn:aws:iam::123456789012:role/W@M ", 9));
        var lines = PictureText.Wrap(text, 200, 12, 3);
        Assert.Equal(3, lines.Count);
        Assert.All(lines, line => Assert.InRange(PictureText.Width(line) * 12, 1, 200));
        Assert.EndsWith("\u2026", lines[2], StringComparison.Ordinal);
        Assert.Equal(["one line"], PictureText.Wrap("one line", 200, 12, 3));
    }
}
