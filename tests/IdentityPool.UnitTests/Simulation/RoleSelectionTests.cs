using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Which role an identity gets.</summary>
public sealed class RoleSelectionTests
{
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Staff = "arn:aws:iam::123456789012:role/Staff";

    private static readonly IdentityPoolRole Authenticated = "arn:aws:iam::123456789012:role/Authenticated";
    private static readonly ProviderReference Provider = new ProviderUrlReference("login.example.com");

    [Fact]
    public void A_guest_gets_the_unauthenticated_role_and_chooses_none()
    {
        Assert.Equal(new(RoleDecisionStep.Guest, Authenticated.ToString()), RoleSelection.OfGuest(Authenticated));
        Assert.Equal(new(RoleDecisionStep.Guest, null), RoleSelection.OfGuest(null));
        Assert.Equal(new(RoleDecisionStep.CustomRole, null, IsDenied: true), RoleSelection.OfGuest(Authenticated, Admin));
    }

    [Fact]
    public void Without_mapping_the_authenticated_role_is_the_only_one()
    {
        Assert.Equal(new(RoleDecisionStep.NoMapping, Authenticated.ToString()), RoleSelection.OfLogin(null, Authenticated, TokenClaims.None));
        Assert.True(RoleSelection.OfLogin(null, Authenticated, TokenClaims.None, Admin).IsDenied);
    }

    [Theory]
    [InlineData($$"""{"cognito:preferred_role":"{{Admin}}","cognito:roles":["{{Admin}}","{{Staff}}"]}""", nameof(RoleDecisionStep.PreferredRole))]
    [InlineData($$"""{"cognito:roles":["{{Admin}}"]}""", nameof(RoleDecisionStep.SingleRole))]
    [InlineData($$"""{"cognito:roles":["{{Admin}}","{{Staff}}"]}""", nameof(RoleDecisionStep.AmbiguousRoleResolution))]
    [InlineData($$"""{"cognito:preferred_role":"","cognito:roles":[]}""", nameof(RoleDecisionStep.AmbiguousRoleResolution))]
    [InlineData("{}", nameof(RoleDecisionStep.AmbiguousRoleResolution))]
    public void A_token_decides_by_preference_then_by_having_one_role(string claims, string expected)
    {
        var deny = RoleSelection.OfLogin(RoleMapping.FromToken(Provider, AmbiguousRoleResolution.Deny), Authenticated, Claims(claims));
        var fallback = RoleSelection.OfLogin(RoleMapping.FromToken(Provider, AmbiguousRoleResolution.AuthenticatedRole), Authenticated, Claims(claims));
        var step = Enum.Parse<RoleDecisionStep>(expected);
        var isAmbiguous = step == RoleDecisionStep.AmbiguousRoleResolution;
        Assert.Equal(new(step, isAmbiguous ? null : Admin, IsDenied: isAmbiguous), deny);
        Assert.Equal(new(step, isAmbiguous ? Authenticated.ToString() : Admin), fallback);
    }

    [Fact]
    public void The_first_rule_that_matches_decides_unless_another_one_is_asked_for()
    {
        var first = RoleMappingRule.Create("email", ClaimMatchType.StartsWith, "ann", Staff);
        var second = RoleMappingRule.Create("email", ClaimMatchType.Contains, "@example.com", Admin);
        var mapping = RoleMapping.FromRules(Provider, [first, second], AmbiguousRoleResolution.Deny);
        var claims = Claims("""{"email":"ann@example.com"}""");
        Assert.Equal(new(RoleDecisionStep.Rule, Staff, Position: 0), RoleSelection.OfLogin(mapping, Authenticated, claims));
        Assert.Equal(new(RoleDecisionStep.CustomRole, Admin, Position: 1), RoleSelection.OfLogin(mapping, Authenticated, claims, Admin));
        Assert.True(RoleSelection.OfLogin(mapping, Authenticated, claims, Authenticated.ToString()).IsDenied);
        Assert.True(RoleSelection.OfLogin(mapping, Authenticated, Claims("""{"email":"ANN@EXAMPLE.COM"}""")).IsDenied);
    }

    [Theory]
    [InlineData(ClaimMatchType.Equals, "true", """{"c":true}""", true)]
    [InlineData(ClaimMatchType.Equals, "7", """{"c":7}""", true)]
    [InlineData(ClaimMatchType.Equals, "a,b", """{"c":["a","b"]}""", true)]
    [InlineData(ClaimMatchType.Contains, "admin", """{"c":["not-admins"]}""", true)]
    [InlineData(ClaimMatchType.NotEqual, "a", """{"c":"b"}""", true)]
    [InlineData(ClaimMatchType.NotEqual, "a", "{}", false)]
    [InlineData(ClaimMatchType.NotEqual, "a", """{"c":null}""", false)]
    [InlineData(ClaimMatchType.Equals, "A", """{"c":"a"}""", false)]
    public void Claims_are_compared_as_text(ClaimMatchType matchType, string value, string claims, bool matches)
    {
        var mapping = RoleMapping.FromRules(Provider, [RoleMappingRule.Create("c", matchType, value, Admin)], AmbiguousRoleResolution.Deny);
        Assert.Equal(!matches, RoleSelection.OfLogin(mapping, Authenticated, Claims(claims)).IsDenied);
    }

    private static TokenClaims Claims(string json) => TokenClaims.FromJson((JsonObject)JsonNode.Parse(json)!);
}
