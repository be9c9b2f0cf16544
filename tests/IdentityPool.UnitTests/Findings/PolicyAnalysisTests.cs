using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Template;
using Xunit;

namespace IdentityPools.UnitTests.Findings;

/// <summary>Documents as people and hostile people write them.</summary>
public sealed class PolicyAnalysisTests
{
    private const int Many = 10_000;

    [Theory]
    [InlineData("s3:Get*", "s3:*Object", true)]
    [InlineData("s3:Get*", "s3:Put*", false)]
    [InlineData("*", "a", true)]
    [InlineData("a*b", "?", false)]
    [InlineData("a*b", "??", true)]
    [InlineData("**", "", true)]
    [InlineData("?", "", false)]
    [InlineData("*a", "b*", true)]
    [InlineData("S3:get*", "s3:GetObject", true)]
    public void Patterns_overlap(string one, string other, bool expected)
    {
        Assert.Equal(expected, Wildcard.Overlaps(one, other, ignoreCase: true));
        Assert.Equal(expected, Wildcard.Overlaps(other, one, ignoreCase: true));
    }

    [Theory]
    [InlineData("DateLessThan")]
    [InlineData("DateNotEquals")]
    public void A_date_beyond_all_time_is_no_date(string comparison) =>
        Assert.False(ConditionOperators.Compare(comparison, "2026-01-01T00:00:00Z", "99999999999999999"));

    [Theory]
    [InlineData("""{ "Statement": [{ "Effect": "\ud800" }] }""")]
    [InlineData("""{ "\ud800": 1 }""")]
    public void Half_a_character_is_no_policy(string document) =>
        Assert.Throws<MalformedPolicyException>(() => PolicyReader.Read(document, PolicySyntax.Trust));

    [Fact]
    public void What_is_denied_but_for_a_part_keeps_that_part()
    {
        var pool = Examined.Users(
            Examined.May(Examined.Allow("s3:Get*", "arn:aws:s3:::b/*"), """{ "Effect": "Deny", "NotAction": "s3:*Object", "Resource": "*" }""")
        );

        Assert.Contains(FindingRuleId.SharedReadAccess, Examined.Found(pool));
    }

    [Theory]
    [InlineData("""{ "Statement": [] }""")]
    [InlineData("""{ "Statement": {} }""")]
    [InlineData("""{ "Statement": "all" }""")]
    [InlineData("""{ "Statement": [{ "Effect": "Allow" }] }""")]
    [InlineData("""{ "Statement": [{ "Effect": "Allow", "Principal": {}, "Action": [] }] }""")]
    [InlineData("""{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": null, "Condition": "none" }] }""")]
    [InlineData(
        """{ "Statement": [{ "Effect": { "Ref": "E" }, "Action": { "Ref": "A" }, "Resource": { "Fn::If": ["A", "b", "*"] }, "Principal": { "Ref": "P" } }] }"""
    )]
    [InlineData("""{ "Statement": { "Fn::If": ["A", {}, { "Ref": "AWS::NoValue" }] } }""")]
    [InlineData("""{ "Statement": [{ "Effect": "Deny", "Principal": "*" }], "Version": [] }""")]
    [InlineData("""{ "Statement": [{ "Effect": "Allow", "Action": "*", "Resource": "*", "Condition": { "Null": { "noColon": [] }, "StringLike": [] } }] }""")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("\"%\"")]
    [InlineData("\"%7B%7D\"")]
    [InlineData("\"{\\\"Statement\\\":\"")]
    public void Whatever_a_document_holds_nothing_throws(string document)
    {
        var evidence = new RoleEvidence { Trust = Examined.Node(document), Policies = [new("app", Examined.Node(document))] };

        Assert.All(FindingSet.Evaluate(Examined.Users(evidence)), finding => Assert.NotEmpty(finding.ToString()));
        Assert.All(FindingSet.Evaluate(Examined.Guests(evidence)), finding => Assert.NotEmpty(finding.ToString()));
    }

    [Fact]
    public void Text_nested_deeper_than_any_policy_is_unreadable()
    {
        TemplateNode document = $$"""{ "Statement": {{new string('[', 100_000)}}{{new string(']', 100_000)}} }""";

        Assert.Contains(FindingRuleId.PolicyUnreadable, Examined.Found(Examined.Users(Examined.Policy(document))));
    }

    [Fact]
    public void Ten_thousand_statements_are_read_to_the_end()
    {
        var statements = Enumerable
            .Range(0, Many)
            .Select(index =>
                index % 2 == 0
                    ? Examined.Allow("dynamodb:PutItem", $"arn:aws:dynamodb:eu-west-1:123456789012:table/t{index}")
                    : Examined.Deny($"s3:Action{index}")
            );
        Assert.Equal(Many / 2, Count(FindingRuleId.SharedWriteAccess, Examined.Users(Examined.May([.. statements]))));
        Assert.Equal(1, Count(FindingRuleId.WildcardResource, Examined.Users(Examined.May([.. Enumerable.Repeat(Examined.Allow("dynamodb:GetItem"), Many)]))));
    }

    [Fact]
    public void Ten_thousand_statements_of_trust_are_read_to_the_end()
    {
        var statements = Enumerable
            .Range(0, Many)
            .Select(index =>
                $$"""{ "Effect": "Allow", "Principal": { "Federated": "{{Examined.Principal}}" }, "Action": "sts:AssumeRoleWithWebIdentity", "Condition": { "StringEquals": { "{{Examined.Principal}}:aud": "eu-west-1:{{index:d8}}-0000-4000-8000-000000000000" } } }"""
            );
        var pool = Examined.Users(Examined.Trust($$"""{ "Statement": [{{string.Join(",", statements)}}] }"""));
        Assert.Contains(
            $"is shared by {Many} identity pools",
            Assert.Single(FindingSet.Evaluate(pool), finding => finding.RuleId == FindingRuleId.RoleSharedByPools).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void As_many_rules_as_a_mapping_takes_are_read_to_the_end()
    {
        var rules = Enumerable.Range(0, 25).Select(index => RoleMappingRule.Create("department", ClaimMatchType.NotEqual, $"d{index}", Examined.UserArn));
        var pool = PoolCases
            .WithUserPool(Examined.Plain)
            .WithRoleMapping(RoleMapping.FromRules(MappingCases.Provider, [.. rules], AmbiguousRoleResolution.Deny));
        // The first leaves its own value, which the second takes; then nothing is left.
        Assert.Equal((25, 23), (Count(FindingRuleId.NotEqualGate, pool), Count(FindingRuleId.UnreachableRule, pool)));
    }

    [Fact]
    public void The_partition_of_the_region_decides_which_principal_is_meant()
    {
        var trust = Examined.TrustOn(
            """{ "StringEquals": { "cognito-identity-us-gov.amazonaws.com:aud": "us-gov-west-1:5f2f1a3c-0000-4000-8000-000000000001" }, "ForAnyValue:StringLike": { "cognito-identity-us-gov.amazonaws.com:amr": "authenticated" } }""",
            """{ "Federated": "cognito-identity-us-gov.amazonaws.com" }"""
        );
        var pool = Examined.Users(trust);

        Assert.Empty(Examined.Found(pool.Existing("us-gov-west-1:5f2f1a3c-0000-4000-8000-000000000001", "arn:aws-us-gov:x", ValueMap<string>.Empty)));
        Assert.Equal(
            [FindingRuleId.TrustRefusesPool],
            Examined.Found(pool.Existing("eu-west-1:5f2f1a3c-0000-4000-8000-000000000001", "arn:aws:x", ValueMap<string>.Empty))
        );
    }

    private static int Count(string ruleId, IdentityPool pool) => FindingSet.Evaluate(pool).Count(finding => finding.RuleId == ruleId);
}
