using IdentityPools.Diagrams;
using Xunit;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>Text in pictures: what is dropped, cut and wrapped.</summary>
public sealed class PictureTextTests
{
    [Theory]
    [InlineData("a\r\nb\tc\u2028d", "a  b c d")]
    [InlineData("a\u202eb\u202c\u2066c\u2069\u200fd\ufeff", "abcd")]
    [InlineData("a\0\u0001\u007f\u0085b", "a    b")]
    [InlineData("\ufffe\uffff", "")]
    [InlineData("\u05d0\u05d1 \u0645\u200c\u0627 \U0001f600", "\u05d0\u05d1 \u0645\u200c\u0627 \U0001f600")]
    public void Only_what_can_be_shown_stays(string text, string expected) => Assert.Equal(expected, PictureText.Clean(text));

    [Fact]
    public void Half_a_character_is_replaced() => Assert.Equal("a\ufffdb", PictureText.Clean("a\ud800b"));

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
