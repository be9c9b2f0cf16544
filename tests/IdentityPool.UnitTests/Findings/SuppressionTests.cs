using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>What a definition accepts, with its reason.</summary>
public sealed class SuppressionTests
{
    private static readonly IdentityPool Pool = Examined.Users(Examined.TrustOn(null));
    private static readonly string RuleId = FindingRuleId.TrustAdmitsOtherPools;

    [Theory]
    [InlineData(null, true)]
    [InlineData(Examined.UserArn, true)]
    [InlineData("ARN:AWS:IAM::123456789012:ROLE/USERS", true)]
    [InlineData(Examined.GuestArn, false)]
    [InlineData("", false)]
    public void A_suppression_covers_its_target_or_every_one(string? target, bool isCovered)
    {
        var finding = Assert.Single(Of(Pool.WithSuppression(FindingSuppression.Create(RuleId, " by contract ", target))), item => item.RuleId == RuleId);

        Assert.Equal(isCovered ? "by contract" : null, finding.Suppression);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(",\"Target\":\"\"", false)]
    [InlineData(",\"Target\":{\"Ref\":\"Role\"}", false)]
    public void Only_a_target_that_a_template_does_not_have_is_every_one(string target, bool isCovered)
    {
        var pool = JsonTemplates.Import(
            $$"""
            {"Resources":{"Pool":{"Type":"AWS::Cognito::IdentityPool","Properties":{"AllowUnauthenticatedIdentities":true},"Metadata":{"IdentityPool":{"Suppressions":[
            {"RuleId":"GuestAccess","Reason":"by contract"{{target}} }] } } } } }
            """
        );

        Assert.Equal(isCovered, Of(Assert.Single(pool.Pools)).Single(item => item.RuleId == FindingRuleId.GuestAccess).Suppression is not null);
    }

    [Fact]
    public void A_target_that_is_made_of_nothing_has_a_name()
    {
        var nothing = TemplateValue.FromNode(JsonTemplates.Read("{\"Fn::Join\":[\"-\",[\"\"]]}"));

        Assert.Equal("<...>", PartName.Get(nothing));
    }

    [Fact]
    public void A_suppression_covers_no_other_rule() =>
        Assert.All(Of(Pool.WithSuppression(FindingSuppression.Create(FindingRuleId.GuestAccess, "x", null))), finding => Assert.Null(finding.Suppression));

    [Fact]
    public void One_rule_may_be_accepted_for_several_targets_and_each_once()
    {
        var pool = Pool.WithSuppression(FindingSuppression.Create(RuleId, "x", "a")).WithSuppression(FindingSuppression.Create(RuleId, "x", null));

        Assert.Equal(2, pool.Suppressions.Count);
        Assert.Equal("DuplicateSuppression", Refused(() => pool.WithSuppression(FindingSuppression.Create(RuleId, "y", "a"))));
        Assert.Equal("DuplicateSuppression", Refused(() => pool.WithSuppression(FindingSuppression.Create(RuleId, "y", null))));
    }

    [Theory]
    [InlineData("Guests", "x", "UnknownRule")]
    [InlineData("GuestAccess", " ", "SuppressionWithoutReason")]
    [InlineData("GuestAccess", "", "SuppressionWithoutReason")]
    public void A_suppression_names_a_rule_and_a_reason(string ruleId, string reason, string errorId) =>
        Assert.Equal(errorId, Refused(() => FindingSuppression.Create(ruleId, reason, null)));

    [Fact]
    public void A_reason_is_no_essay()
    {
        Assert.Equal(500, FindingSuppression.Create(RuleId, new('x', 500), null).Reason.Length);
        Assert.Equal("SuppressionReasonTooLong", Refused(() => FindingSuppression.Create(RuleId, new('x', 501), null)));
    }

    private static ValueList<IdentityPoolFinding> Of(IdentityPool pool) => FindingSet.Evaluate(pool);

    private static string Refused(Func<object> action) => Assert.Throws<DefinitionException>(action).ErrorId;
}
