using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Which rules of a mapping any claims can reach.</summary>
public sealed class MappingCoverageTests
{
    private const string Client = "1example23456789";
    private const string ProviderName = "cognito-idp.eu-west-1.amazonaws.com/eu-west-1_Ab1Cd2Ef3";

    private static readonly string[] Texts = ["a", "b", "aa", "ab", "ba", "bb", "aba"];
    private static readonly string[] Everything = [.. Words(5)];

    /// <summary>Every rule that is called reachable is reached by its witness, and no value at all reaches the others: all short texts are tried.</summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(Rules)])]
    public void Coverage_is_what_trying_every_value_shows(RuleList list)
    {
        var (pool, mapping) = Mapped(list.Rules);
        foreach (var coverage in MappingCoverage.Analyze(pool, mapping).Where(coverage => coverage.Rule is not null))
        {
            var reached = Everything.Any(value => Decide(pool, mapping, (coverage.Rule!.TypedClaim.Literal!, value)).RulePosition == coverage.Position);
            Assert.Equal(reached, coverage.IsReachable);
            if (coverage.IsReachable == true)
            {
                Assert.Equal(coverage.Position, coverage.Decision!.RulePosition);
                Assert.Equal(coverage.Position, Decide(pool, mapping, coverage.Witness!).RulePosition);
            }
        }
    }

    /// <summary>The rules that are named as shadows are enough to take everything, and none of them can be spared.</summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(Rules)])]
    public void The_shadow_is_complete_and_as_small_as_can_be(RuleList list)
    {
        var (pool, mapping) = Mapped(list.Rules);
        foreach (var coverage in MappingCoverage.Analyze(pool, mapping).Where(coverage => coverage.IsReachable == false))
        {
            Assert.False(IsReached(coverage.ShadowedBy));
            Assert.All(coverage.ShadowedBy, spared => Assert.True(IsReached(coverage.ShadowedBy.Where(position => position != spared))));

            bool IsReached(IEnumerable<int> shadows) =>
                Everything.Any(value => Takes(coverage.Rule!, value) && !shadows.Any(position => Takes(mapping.Rules[position - 1], value)));
        }
    }

    /// <summary>What is said to fall through, does; and where nothing is said of a claim, every value of it is taken.</summary>
    [Property(MaxTest = 300, Arbitrary = [typeof(Rules)])]
    public void What_falls_through_is_told_for_every_claim(RuleList list)
    {
        var (pool, mapping) = Mapped(list.Rules);
        var fallen = MappingCoverage.Analyze(pool, mapping).Where(coverage => coverage.Step == RoleDecisionStep.AmbiguousRoleResolution).ToList();
        Assert.All(fallen, coverage => Assert.Null(Decide(pool, mapping, coverage.Witness!).RulePosition));
        foreach (var claim in mapping.Rules.Select(rule => rule.TypedClaim.Literal!).Distinct())
        {
            var falls = Everything.Any(value => Decide(pool, mapping, (claim, value)).RulePosition is null);
            Assert.Equal(falls, fallen.Exists(coverage => coverage.Witness!.ContainsKey(claim)));
        }
    }

    [Fact]
    public void Equals_and_not_equals_together_leave_nothing_but_a_missing_claim()
    {
        var (pool, mapping) = Mapped([Rule("c", ClaimMatchType.Equals, "a"), Rule("c", ClaimMatchType.NotEqual, "a"), Rule("c", ClaimMatchType.Contains, "b")]);
        var coverage = MappingCoverage.Analyze(pool, mapping).ToList();
        Assert.Equal([true, true, false, true], coverage.Select(item => item.IsReachable));
        // NotEqual alone takes whatever holds a b.
        Assert.Equal([2], coverage[2].ShadowedBy);
        Assert.Equal("Not matched by any rule: a token without c.", coverage[3].Reason);
        Assert.DoesNotContain("c", coverage[3].Witness!.Keys);
    }

    [Fact]
    public void A_value_that_falls_through_has_none_of_the_letters_of_the_rules()
    {
        var (pool, mapping) = Mapped([Rule("c", ClaimMatchType.Contains, "x"), Rule("c", ClaimMatchType.StartsWith, "-")]);
        var fallen = MappingCoverage.Analyze(pool, mapping).Last();
        Assert.Equal("Not matched by any rule: c not containing 'x', not starting with '-'.", fallen.Reason);
        Assert.Equal(RoleDecisionStep.AmbiguousRoleResolution, Decide(pool, mapping, fallen.Witness!).Step);
    }

    [Fact]
    public void A_claim_of_one_value_decides_by_that_value()
    {
        var (pool, mapping) = Mapped([
            Rule("aud", ClaimMatchType.Equals, "another"),
            Rule("email", ClaimMatchType.Equals, "a"),
            Rule("aud", ClaimMatchType.StartsWith, "1example"),
            Rule("email", ClaimMatchType.Equals, "b"),
        ]);
        var coverage = MappingCoverage.Analyze(pool, mapping).ToList();
        Assert.Equal([false, true, true, false, false], coverage.Select(item => item.IsReachable));
        Assert.Contains($"aud is always '{Client}'", coverage[0].Reason, StringComparison.Ordinal);
        Assert.Equal([3], coverage[3].ShadowedBy);
        Assert.Equal("No token is left: rule 3 matches every token.", coverage[4].Reason);
        Assert.Equal(
            ["4. " + coverage[3].Reason, "AmbiguousRoleResolution: No token is left: rule 3 matches every token."],
            coverage.Skip(3).Select(item => item.ToString())
        );
    }

    [Fact]
    public void A_claim_that_the_provider_never_issues_reaches_nothing()
    {
        var mapping = RoleMapping.FromRules(
            new LoginProviderReference(LoginProviderName.Facebook),
            [Rule("email", ClaimMatchType.Equals, "a"), Rule("sub", ClaimMatchType.Equals, "a")],
            AmbiguousRoleResolution.Deny
        );
        var pool = new SimulatedPool(
            IdentityPool.Create(new()).WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "102030405060708")).WithRoleMapping(mapping)
        );
        var coverage = MappingCoverage.Analyze(pool, pool.Definition.RoleMappings[0]).ToList();
        Assert.Equal("Never reached: tokens of Facebook do not contain the claim email, only iss, aud, sub.", coverage[0].Reason);
        Assert.Equal([false, true, true, true], coverage.Select(item => item.IsReachable));
        Assert.DoesNotContain(coverage, item => item.Witness?.ContainsKey("email") == true);
    }

    [Fact]
    public void What_only_deployment_tells_is_not_judged()
    {
        var value = TemplateValue.FromObject(new Dictionary<string, object?> { ["Ref"] = "Tier" });
        var unknown = RoleMappingRule.Create("c", ClaimMatchType.Equals, value, "arn:aws:iam::123456789012:role/One");
        var (pool, mapping) = Mapped([unknown, Rule("c", ClaimMatchType.Equals, "a")]);
        var coverage = MappingCoverage.Analyze(pool, mapping).ToList();
        Assert.Null(coverage[0].IsReachable);
        Assert.Null(coverage[1].IsReachable);
        Assert.Equal(RoleDecisionOutcome.Undetermined, coverage[1].Decision!.Outcome);
    }

    [Fact]
    public void A_mapping_by_token_is_told_by_its_claims()
    {
        var pool = Pool(RoleMapping.FromToken(Provider, AmbiguousRoleResolution.AuthenticatedRole));
        var coverage = MappingCoverage.Analyze(pool, pool.Definition.RoleMappings[0]).ToList();
        Assert.Equal(
            [RoleDecisionStep.PreferredRole, RoleDecisionStep.SingleRole, RoleDecisionStep.AmbiguousRoleResolution, RoleDecisionStep.AmbiguousRoleResolution],
            coverage.Select(item => item.Step)
        );
        Assert.All(coverage, item => Assert.Equal(item.Step, item.Decision!.Step));
    }

    private static ProviderReference Provider => ProviderReference.OfUrl($"{ProviderName}:{Client}");

    private static IEnumerable<string> Words(int longest) =>
        Enumerable.Range(0, longest + 1).SelectMany(length => Enumerable.Range(0, (int)Math.Pow(3, length)).Select(number => Word(number, length)));

    private static string Word(int number, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(place => "abx"[number / (int)Math.Pow(3, place) % 3]));

    private static RoleMappingRule Rule(string claim, ClaimMatchType matchType, string value) =>
        RoleMappingRule.Create(claim, matchType, value, $"arn:aws:iam::123456789012:role/{claim}-{matchType}-{value}");

    private static bool Takes(RoleMappingRule rule, string value) => RuleMatch.Evaluate(rule, Claims((rule.TypedClaim.Literal!, value))) == true;

    private static TokenClaims Claims(params (string Name, string Value)[] claims) =>
        TokenClaims.FromDictionary(claims.ToDictionary(claim => claim.Name, claim => claim.Value));

    private static RoleDecision Decide(SimulatedPool pool, RoleMapping mapping, params (string Name, string Value)[] claims) =>
        new(pool.RequestOf(mapping.Provider) with { Claims = Claims(claims) });

    private static RoleDecision Decide(SimulatedPool pool, RoleMapping mapping, ValueMap<string> claims) =>
        new(pool.RequestOf(mapping.Provider) with { Claims = TokenClaims.FromDictionary(claims) });

    private static (SimulatedPool Pool, RoleMapping Mapping) Mapped(IEnumerable<RoleMappingRule> rules)
    {
        var pool = Pool(RoleMapping.FromRules(Provider, rules.ToValueList(), AmbiguousRoleResolution.Deny));
        return (pool, pool.Definition.RoleMappings[0]);
    }

    private static SimulatedPool Pool(RoleMapping mapping) =>
        new(
            IdentityPool
                .Create(new())
                .WithUserPool(new(UserPool.Existing("eu-west-1_Ab1Cd2Ef3"), UserPoolClient.Existing(Client), serverSideTokenCheck: true))
                .WithRoleMapping(mapping)
        );

    /// <summary>Up to eight different rules over two claims and few texts, so that they meet.</summary>
    /// <param name="Rules">The rules.</param>
    public sealed record RuleList(IReadOnlyList<RoleMappingRule> Rules);

    /// <summary>Makes lists of rules.</summary>
    public static class Rules
    {
        /// <summary>Lists of rules.</summary>
        /// <returns>Their generator.</returns>
        public static Arbitrary<RuleList> Lists()
        {
            var rule =
                from claim in Gen.Elements("c", "d")
                from matchType in Gen.Elements(Enum.GetValues<ClaimMatchType>())
                from text in Gen.Elements(Texts)
                select Rule(claim, matchType, text);
            return (
                from count in Gen.Choose(1, 8)
                from rules in Gen.ListOf(rule, count)
                select new RuleList([.. rules.DistinctBy(item => item.ToString())])
            ).ToArbitrary();
        }
    }
}
