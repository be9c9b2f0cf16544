using System.Text.Json.Nodes;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Claims as a script or a token gives them.</summary>
public sealed class TokenClaimsTests
{
    [Theory]
    [InlineData(true, "true")]
    [InlineData(false, "false")]
    [InlineData(7, "7")]
    [InlineData(1.5, "1.5")]
    [InlineData("7", "7")]
    public void What_a_script_gives_counts_as_the_text_that_a_token_would_have(object value, string text) =>
        Assert.Equal(text, TokenClaims.FromDictionary(new Dictionary<string, object> { ["c"] = value })["c"]!.Text);

    [Fact]
    public void A_claim_needs_a_name() =>
        Refused.With("ClaimWithoutName", () => TokenClaims.FromDictionary(new Dictionary<string, object> { [""] = "ann@example.com" }));

    [Theory]
    [InlineData("""{"c":["a","b","a"]}""", "a", "b")]
    [InlineData("""{"c":"a, b"}""", "a", "b")]
    [InlineData("""{"c":"[\"a\",\"b\"]"}""", "a", "b")]
    [InlineData("""{"c":["[1]","b"]}""", "[1]", "b")]
    [InlineData("""{"c":["[1]"]}""", "[1]")]
    [InlineData("""{"c":"[a"}""", "[a")]
    [InlineData("{}")]
    public void A_list_is_several_values_or_one_text_that_lists_them(string claims, params string[] items) =>
        Assert.Equal(items, TokenClaims.FromJson((JsonObject)JsonNode.Parse(claims)!).List("c"));
}
