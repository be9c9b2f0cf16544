using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Values;

/// <summary>No text with half of a character gets into a definition or a template: none of the forms in which they leave could hold it.</summary>
public sealed class WholeTextTests
{
    private const string Whole = "a\U0001F600b\uFFFDc";

    public static TheoryData<string> Halves => ["\uD800", "a\uDC00b", "a\uD83D", "\uD83D\uD83D\uDE00", "\U0001F600\uDE00"];

    [Theory]
    [MemberData(nameof(Halves))]
    public void Half_of_a_character_is_refused(string text)
    {
        Refused.With("TextIncomplete", () => WholeText.Check(text));
        Refused.With("TextIncomplete", () => TemplateValue.FromString(text));
        Refused.With("TextIncomplete", () => TemplateNode.FromString(text));
        Refused.With("TextIncomplete", () => TemplateObject.ToNode(new Dictionary<string, object?> { ["StringEquals"] = new[] { text } }));
        Refused.With("TextIncomplete", () => TemplateObject.ToNode(new Dictionary<string, object?> { [text] = "value" }));
        Refused.With("TextIncomplete", () => TemplateParameter.Create("Stage", text));
        Refused.With("TextIncomplete", () => _ = new TemplateOptions { Description = text });
        Refused.With("TextIncomplete", () => FindingSuppression.Create("GuestAccess", text, null));
        Refused.With("TextIncomplete", () => FindingSuppression.Create("GuestAccess", "known", text));
    }

    [Fact]
    public void Whole_characters_pass()
    {
        Assert.Same(Whole, WholeText.Check(Whole));
        Assert.Equal(Whole, TemplateValue.FromString(Whole).Literal);
        Assert.Equal("", WholeText.Check(""));
    }

    [Fact]
    public void The_description_of_a_template_has_as_many_bytes_as_CloudFormation_takes()
    {
        Assert.Equal(
            1024,
            new TemplateOptions { Description = new('d', 1024) }
                .Description!
                .Length
        );
        Refused.With("DescriptionTooLong", () => _ = new TemplateOptions { Description = new('d', 1025) });
        Refused.With("DescriptionTooLong", () => _ = new TemplateOptions { Description = new('\u00E4', 513) });
    }
}
