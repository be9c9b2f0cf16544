using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>What was looked at on the way to a decision: + what applies, - what does not, ? what only deployment tells; with ! what decided.</summary>
public sealed class RoleTraceTests
{
    private const string Admin = "arn:aws:iam::123456789012:role/Admin";
    private const string Staff = "arn:aws:iam::123456789012:role/Staff";
    private const string Both = $"{Admin}, {Staff}";
    private const string SamlRoles = "https://aws.amazon.com/SAML/Attributes/Role";

    private static readonly ProviderReference User = ProviderReference.OfUrl($"{Pools.ProviderName}:web");
    private static readonly ProviderReference Employee = ProviderReference.OfUrl(Pools.SamlArn);

    [Theory]
    [InlineData(true, "+! The identity is not authenticated; the unauthenticated role is Unauthenticated.")]
    [InlineData(false, "-! The identity is not authenticated; the unauthenticated role is no role.")]
    public void Of_a_guest_it_tells_the_role_of_guests(bool hasRole, string entry)
    {
        var guests = hasRole ? IdentityPoolRole.Managed(null, RoleAudience.Unauthenticated) : null;
        var pool = IdentityPool.Create(new() { AllowUnauthenticatedIdentities = true }).WithDefaultRoles(null, guests);
        Assert.Equal([entry], Told(new(new SimulatedPool(pool).RequestOfGuest())));
    }

    [Theory]
    [InlineData("{}", "+! user pool eu-west-1_Ab1Cd2Ef3, client web has no role mapping, so the authenticated role applies.")]
    [InlineData($$"""{"{{SamlRoles}}":"{{Admin}}"}""", "+! user pool eu-west-1_Ab1Cd2Ef3, client web has no role mapping, so the authenticated role applies.")]
    public void Without_a_mapping_the_authenticated_role_applies_whatever_the_token_says(string claims, string entry)
    {
        var decision = Decide(Pool, User, claims);
        Assert.Equal([entry], Told(decision));
        Assert.Equal(RoleDecisionStep.NoMapping, decision.Step);
    }

    [Theory]
    [InlineData("{}", $"+! SAML provider {Pools.SamlArn} has no role mapping, so the authenticated role applies.")]
    [InlineData($$"""{"{{SamlRoles}}":["{{Admin}}"]}""", $"+! The SAML assertion contains roles, and the provider has no mapping: {Admin}.")]
    [InlineData(
        $$"""{"{{SamlRoles}}":["{{Admin}}","{{Staff}}"]}""",
        $"-! The SAML assertion contains roles, and the provider has no mapping: {Admin},{Staff}."
    )]
    public void Of_an_assertion_it_tells_the_roles(string claims, string entry) => Assert.Equal([entry], Told(Decide(Pool, Employee, claims)));

    [Theory]
    [InlineData($$"""{"cognito:roles":["{{Admin}}","{{Staff}}"]}""", Staff, $"+! CustomRoleArn specifies {Staff}; cognito:roles is {Both}.")]
    [InlineData($$"""{"cognito:roles":["{{Admin}}"]}""", Staff, $"-! CustomRoleArn specifies {Staff}; cognito:roles is {Admin}.")]
    [InlineData("{}", Staff, $"-! CustomRoleArn specifies {Staff}; cognito:roles is missing.")]
    [InlineData(
        $$"""{"cognito:preferred_role":"{{Admin}}","cognito:roles":["{{Admin}}","{{Staff}}"]}""",
        null,
        $"+! cognito:preferred_role is {Admin}.",
        $"-  cognito:roles is {Both}."
    )]
    [InlineData($$"""{"cognito:roles":["{{Admin}}"]}""", null, "-  cognito:preferred_role is missing.", $"+! cognito:roles is {Admin}.")]
    [InlineData("{}", null, "-  cognito:preferred_role is missing.", "-  cognito:roles is missing.")]
    public void Of_a_token_it_tells_the_claims_that_name_roles(string claims, string? customRole, params string[] entries) =>
        Assert.Equal(entries, Told(Decide(Pool.WithRoleMapping(RoleMapping.FromToken(User, AmbiguousRoleResolution.Deny)), User, claims, customRole)));

    [Theory]
    [InlineData(
        """{"email":"zed@shop.example"}""",
        null,
        "-  1. email is 'zed@shop.example': does not match StartsWith 'ann'.",
        "+! 2. email is 'zed@shop.example': matches Contains '@shop.example'.",
        "-  3. The token has no claim tier, so the rule is not evaluated. Rule 2 already applied."
    )]
    [InlineData(
        """{"email":"ann@shop.example","Tier":"gold"}""",
        null,
        "+! 1. email is 'ann@shop.example': matches StartsWith 'ann'.",
        "+  2. email is 'ann@shop.example': matches Contains '@shop.example'. Rule 1 already applied.",
        "-  3. The token has no claim tier, so the rule is not evaluated. It has Tier, but claim names are case-sensitive. Rule 1 already applied."
    )]
    [InlineData(
        """{"email":"zed"}""",
        null,
        "-  1. email is 'zed': does not match StartsWith 'ann'.",
        "-  2. email is 'zed': does not match Contains '@shop.example'.",
        "-  3. The token has no claim tier, so the rule is not evaluated."
    )]
    [InlineData(
        """{"email":"zed@shop.example","tier":"gold"}""",
        Admin,
        "-  1. email is 'zed@shop.example': does not match StartsWith 'ann'.",
        $"+  2. email is 'zed@shop.example': matches Contains '@shop.example'. It assigns {Staff}, but the request specifies another role.",
        """?! 3. tier Equals {"Ref":"Tier"}: known only after deployment."""
    )]
    [InlineData(
        """{"email":"ann@shop.example","tier":"gold"}""",
        Staff,
        $"+  1. email is 'ann@shop.example': matches StartsWith 'ann'. It assigns {Admin}, but the request specifies another role.",
        "+! 2. email is 'ann@shop.example': matches Contains '@shop.example'.",
        $$"""?  3. tier Equals {"Ref":"Tier"}: known only after deployment. It assigns {{Admin}}, but the request specifies another role."""
    )]
    public void Of_rules_it_tells_why_each_applies_or_does_not(string claims, string? customRole, params string[] entries)
    {
        var pool = Pool.WithRoleMapping(
            Pools.Rules(
                User,
                RoleMappingRule.Create("email", ClaimMatchType.StartsWith, "ann", Admin),
                RoleMappingRule.Create("email", ClaimMatchType.Contains, "@shop.example", Staff),
                RoleMappingRule.Create("tier", ClaimMatchType.Equals, Pools.Ref("Tier"), Admin)
            )
        );
        var decision = Decide(pool, User, claims, customRole);
        Assert.Equal(entries, Told(decision));
        Assert.Equal(pool.RoleMappings[0].Rules, decision.Trace.Select(entry => entry.Rule));
    }

    private static IdentityPool Pool => Pools.Empty.WithUserPool(Pools.Client("web")).WithSamlProvider(SamlProvider.Existing(Pools.SamlArn));

    private static RoleDecision Decide(IdentityPool pool, ProviderReference provider, string claims, string? customRole = null) =>
        new(new SimulatedPool(pool).RequestOf(provider) with { Claims = TokenClaims.FromJson((JsonObject)JsonNode.Parse(claims)!), CustomRole = customRole });

    private static IEnumerable<string> Told(RoleDecision decision) =>
        decision.Trace.Select(entry => $"{Sign(entry.IsMatch)}{(entry.IsDecisive ? '!' : ' ')} {entry}");

    private static char Sign(bool? match) =>
        match switch
        {
            null => '?',
            true => '+',
            false => '-',
        };
}
