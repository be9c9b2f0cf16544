using System.Collections;
using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.UnitTests.Properties;
using IdentityPools.Validation;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>Text of others on a screen or in a log.</summary>
public sealed class ShownTextTests
{
    private const string Hostile = "a\n::stop-commands::t\u001B[31m\u202Eb\r\u2028\u2029\u0085\u200B\uFEFF\0\U000E0041\uD800##vso[x]";

    [Theory]
    [InlineData("", "")]
    [InlineData("shop", "shop")]
    [InlineData("gr\u00FC\u00DFe \u6F22 \U0001F600 e\u0301", "gr\u00FC\u00DFe \u6F22 \U0001F600 e\u0301")]
    [InlineData("arn:aws:s3:::b", "arn:aws:s3:::b")]
    [InlineData("a #b", "a #b")]
    [InlineData("a\r\nb\tc", "a<U+000D><U+000A>b<U+0009>c")]
    [InlineData("\u001B[31m", "<U+001B>[31m")]
    [InlineData("\0\u007F\u0085\u009B", "<U+0000><U+007F><U+0085><U+009B>")]
    [InlineData("\u2028\u2029", "<U+2028><U+2029>")]
    [InlineData("a\u202Eb\u2066\u200F\u200B\u200D\u00AD\uFEFF", "a<U+202E>b<U+2066><U+200F><U+200B><U+200D><U+00AD><U+FEFF>")]
    [InlineData("\U000E0041", "<U+E0041>")]
    [InlineData("\uFFFE\uFFFF\U0001FFFE", "<U+FFFE><U+FFFF><U+1FFFE>")]
    [InlineData("\uFFFD", "\uFFFD")]
    [InlineData("::add-mask::x", "<U+003A>:add-mask::x")]
    [InlineData(" \u00A0::x", " \u00A0<U+003A>:x")]
    [InlineData("a ::x", "a <U+003A>:x")]
    [InlineData("a\n::x", "a<U+000A><U+003A>:x")]
    [InlineData("a##vso[b", "a<U+0023>#vso[b")]
    [InlineData("####[", "<U+0023><U+0023><U+0023>#[")]
    public void What_cannot_be_seen_or_steers_is_shown_by_its_number(string text, string expected)
    {
        Assert.Equal(expected, ShownText.Escape(text));
        Assert.Equal(text == expected, ShownText.IsPlain(text));
        Assert.Equal(expected, ShownText.Escape(expected));
    }

    // The data of a theory are UTF-8, which has no half of a pair.
    [Fact]
    public void Half_a_pair_is_shown_by_its_number() => Assert.Equal("<U+D800>a<U+DC00>", ShownText.Escape("\uD800a\uDC00"));

    [Property(MaxTest = 1000)]
    public Property Nothing_of_the_kind_is_left() =>
        Prop.ForAll(
            Arb.From(Texts.Wild),
            text =>
            {
                AssertPlain(ShownText.Escape(text));
                Assert.Equal(ShownText.Escape(text), ShownText.Escape(ShownText.Escape(text)));
            }
        );

    [Property(MaxTest = 1000)]
    public Property Text_of_a_file_has_nothing_of_the_kind_but_line_ends() =>
        Prop.ForAll(Arb.From(Texts.Wild), text => Assert.DoesNotContain(ShownText.Escaped(text).Replace("\n", "", StringComparison.Ordinal), IsHidden));

    /// <summary>Every sentence there is, so that no way to fill one in can be forgotten.</summary>
    [Fact]
    public void No_sentence_lets_through_what_it_is_filled_in_with()
    {
        var arguments = new object?[]
        {
            Hostile,
            new Said(),
            // Half of a character gets into no value.
            TemplateValue.FromObject(string.Concat(Hostile.Where(character => !char.IsSurrogate(character)))),
            Hostile,
            new Said(),
            Hostile,
            Hostile,
            Hostile,
            Hostile,
            Hostile,
        };
        var sentences = Messages.ResourceManager.GetResourceSet(CultureInfo.InvariantCulture, createIfNotExists: true, tryParents: true)!;
        foreach (DictionaryEntry sentence in sentences)
        {
            if (((string)sentence.Value!).Contains("{0}", StringComparison.Ordinal))
            {
                AssertPlain(MessageText.Format((string)sentence.Key, arguments));
            }
        }
    }

    [Fact]
    public void Numbers_in_sentences_are_in_no_culture() => Assert.Equal("1234.5", ShownText.Line($"{1234.5}"));

    [Fact]
    public void An_exception_that_says_such_things_does_not_stand_behind_ours()
    {
        var plain = new InvalidOperationException("plain", new InvalidOperationException("plain too"));
        var hostile = new InvalidOperationException("plain", new InvalidOperationException(Hostile));
        Assert.Same(plain, new DefinitionException("X", "x", null, plain).InnerException);
        Assert.Null(new DefinitionException("X", "x", null, hostile).InnerException);
    }

    [Fact]
    public void A_change_on_one_line_is_one_line()
    {
        foreach (var kind in Enum.GetValues<ChangeKind>())
        {
            AssertPlain(new IdentityPoolChange(Hostile, kind, Hostile, Hostile, "x").ToString());
        }
    }

    private static void AssertPlain(string text)
    {
        Assert.True(ShownText.IsPlain(text), text);
        Assert.DoesNotContain(text, IsHidden);
    }

    private static bool IsHidden(char character) =>
        char.GetUnicodeCategory(character)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    private sealed class Said
    {
        public override string ToString() => Hostile;
    }
}
