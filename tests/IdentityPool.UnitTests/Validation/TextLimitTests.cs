using System.Reflection;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>Every limit of text, at its edges.</summary>
public sealed class TextLimitTests
{
    public static TheoryData<string> All() => Names(_ => true);

    public static TheoryData<string> WithMinimum() => Names(limit => limit.Minimum > 0);

    public static TheoryData<string> WithCharacters() => Names(limit => limit.Allowed != CharacterSet.Any);

    [Theory]
    [MemberData(nameof(All))]
    public void The_edges_are_taken(string name)
    {
        var limit = Limit(name);

        Assert.Equal(Text(limit, limit.Maximum), limit.Check(Text(limit, limit.Maximum)));
        Assert.Equal(Text(limit, limit.Minimum), limit.Check(Text(limit, limit.Minimum)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void One_more_is_refused(string name) => Refused(Limit(name), Text(Limit(name), Limit(name).Maximum + 1));

    [Theory]
    [MemberData(nameof(WithMinimum))]
    public void One_less_is_refused(string name)
    {
        var limit = Limit(name);
        Refused(limit, Text(limit, limit.Minimum - 1));
    }

    [Theory]
    [MemberData(nameof(WithCharacters))]
    public void Another_character_is_refused(string name)
    {
        var limit = Limit(name);
        Refused(limit, Text(limit, Math.Max(1, limit.Minimum))[1..] + "\u0007");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Half_of_a_character_is_refused(string name)
    {
        var limit = Limit(name);
        var fault = Assert.Throws<DefinitionException>(() => limit.Check(Text(limit, Math.Max(1, limit.Minimum))[1..] + "\uD800"));

        Assert.Equal(limit.ErrorId, fault.ErrorId);
        Assert.Contains("U+D800", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("any character", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_source_is_a_page_of_AWS(string name) => Assert.StartsWith("https://docs.aws.amazon.com/", Limit(name).Source, StringComparison.Ordinal);

    [Theory]
    [InlineData(80, 80, "'")]
    [InlineData(81, 77, "...'")]
    public void A_long_text_is_shown_in_part(int length, int shown, string end)
    {
        var fault = Assert.Throws<DefinitionException>(() => Limits.RoleName.Check(new string('r', length)));

        Assert.Contains($"'{new string('r', shown)}{end}", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_function_passes(string name)
    {
        var function = TemplateValue.FromObject(new Dictionary<string, string> { ["Ref"] = "Later" });

        Assert.Same(function, Limit(name).Check(function));
    }

    [Fact]
    public void Characters_are_counted_and_not_units_of_UTF16()
    {
        var value = string.Concat(Enumerable.Repeat("😀", Limits.ClaimValue.Maximum));

        Assert.Equal(value, Limits.ClaimValue.Check(value));
        Refused(Limits.ClaimValue, value + "😀");
    }

    private static void Refused(TextLimit limit, string text)
    {
        var fault = Assert.Throws<DefinitionException>(() => limit.Check(text));

        Assert.Equal(limit.ErrorId, fault.ErrorId);
        Assert.Equal(text, fault.Target);
        Assert.Contains(limit.Source, fault.Message, StringComparison.Ordinal);
    }

    /// <summary>Text of that many characters that the limit allows; a letter and a digit fit every set.</summary>
    private static string Text(TextLimit limit, int length) => new(limit.Allowed.Contains(new('a')) ? 'a' : '0', length);

    private static TextLimit Limit(string name) => (TextLimit)typeof(Limits).GetField(name)!.GetValue(null)!;

    private static TheoryData<string> Names(Func<TextLimit, bool> filter) =>
        [
            .. typeof(Limits)
                .GetFields(BindingFlags.Static | BindingFlags.Public)
                .Where(field => field.GetValue(null) is TextLimit limit && filter(limit))
                .Select(field => field.Name),
        ];
}
