using System.Text.Json.Nodes;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>A rule on a claim that is a list, in both readings of what AWS does not document.</summary>
public sealed class RuleMatchTests
{
    [Theory]
    [InlineData(ClaimMatchType.Equals, """["a","b"]""", false, true)]
    [InlineData(ClaimMatchType.Equals, """["b","c"]""", false, false)]
    [InlineData(ClaimMatchType.Equals, """["a"]""", true, true)]
    [InlineData(ClaimMatchType.StartsWith, """["b","ab"]""", false, true)]
    [InlineData(ClaimMatchType.NotEqual, """["a","b"]""", true, false)]
    [InlineData(ClaimMatchType.NotEqual, """["b","c"]""", true, true)]
    [InlineData(ClaimMatchType.NotEqual, """["a"]""", false, false)]
    public void One_item_is_enough_and_one_that_is_equal_is_too_many(ClaimMatchType matchType, string list, bool asText, bool byItem)
    {
        var rule = RoleMappingRule.Create("c", matchType, "a", Pools.RoleArn);
        var claims = TokenClaims.FromJson(new JsonObject { ["c"] = JsonNode.Parse(list) });
        Assert.Equal(asText, RuleMatch.Evaluate(rule, claims));
        Assert.Equal(byItem, RuleMatch.Evaluate(rule, claims, new(ByItem: true)));
    }
}
