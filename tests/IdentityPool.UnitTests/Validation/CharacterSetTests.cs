using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Validation;

/// <summary>Which characters pass, in particular those beyond the first plane of Unicode.</summary>
public sealed class CharacterSetTests
{
    [Theory]
    [InlineData("Größe")]
    [InlineData("漢字 9")]
    [InlineData("a_.:/=+-@")]
    [InlineData("a\u00A0b")]
    [InlineData("𝒳")]
    public void A_tag_takes_letters_digits_spaces_and_nine_signs(string key) => Assert.Equal(key, Limits.TagKey.Check(key));

    [Theory]
    [InlineData("a\tb")]
    [InlineData("a#b")]
    [InlineData("a😀")]
    [InlineData("a\U000E0040")]
    [InlineData("a\U000E005F")]
    public void A_tag_takes_nothing_else(string key) => Refused.With("InvalidTag", () => Limits.TagKey.Check(key));

    [Theory]
    [InlineData("Größe")]
    [InlineData("😀")]
    [InlineData("custom:tier")]
    [InlineData("\u0301")]
    public void A_claim_takes_what_can_be_seen(string claim) => Assert.Equal(claim, Limits.Claim.Check(claim));

    [Theory]
    [InlineData("two words")]
    [InlineData("a\u200B")]
    [InlineData("a\uE000")]
    [InlineData("a\u0378")]
    public void A_claim_takes_no_spaces_and_nothing_invisible(string claim) => Refused.With("InvalidClaim", () => Limits.Claim.Check(claim));

    [Theory]
    [InlineData("Größe")]
    [InlineData("ｓhop")]
    [InlineData("a/b")]
    [InlineData("a*b")]
    public void A_pool_name_takes_ASCII_words_only(string name) => Refused.With("InvalidIdentityPoolName", () => IdentityPool.Create(new() { Name = name }));

    [Theory]
    [InlineData("two words")]
    [InlineData("a-b")]
    public void A_client_id_takes_letters_digits_and_underscores(string id) => Refused.With("InvalidClientId", () => UserPoolClient.Existing(id));

    [Theory]
    [InlineData("a\u0007", "the character U+0007.")]
    [InlineData("a b", "the character U+0020.")]
    [InlineData("a\u00A0", "the character U+00A0.")]
    [InlineData("a#", "the character '#'.")]
    [InlineData("a😀", "the character '😀'.")]
    public void The_message_names_a_character_that_cannot_be_seen_by_its_number(string id, string said) =>
        Assert.Contains(said, Refused.With("InvalidClientId", () => UserPoolClient.Existing(id)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("_-", null, "letters, digits and _ -")]
    [InlineData("_ .", null, "letters, digits and _ space .")]
    [InlineData("_ \t", "letters, digits, white space and _", "letters, digits, white space and _")]
    public void A_set_is_told_in_words(string others, string? description, string said) =>
        Assert.Equal(said, CharacterSet.Word(others, description).Description);
}
