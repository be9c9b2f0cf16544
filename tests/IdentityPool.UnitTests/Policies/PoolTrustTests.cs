using IdentityPools.Model;
using IdentityPools.Policies;
using Xunit;
using static IdentityPools.UnitTests.Policies.TrustedBy;

namespace IdentityPools.UnitTests.Policies;

/// <summary>Whether identities of a pool may assume a role; what only a deployed stack can tell is neither yes nor no.</summary>
public sealed class PoolTrustTests
{
    private const string Unknown = $$"""{ "Fn::If": ["IsLive", {}, {}] }""";
    private const string GovCloud = "cognito-identity-us-gov.amazonaws.com";

    [Theory]
    [InlineData($$""" "Principal": {{Identities}}, "Action": {{AssumeAndTag}} """, true)]
    [InlineData($$""" "Principal": {{Identities}}, "Action": {{AssumeInOtherLetters}} """, true)]
    [InlineData($$""" "Principal": {{Identities}}, "Action": "sts:AssumeRole" """, false)]
    [InlineData($$""" "Principal": {{Identities}}, "NotAction": "sts:AssumeRole" """, true)]
    [InlineData($$""" "Principal": {{Identities}}, "NotAction": {{AssumeAndTag}} """, false)]
    [InlineData($$""" "Principal": {{Identities}} """, false)]
    [InlineData($$""" "Principal": {{IdentitiesAndGoogle}}, "Action": {{Assume}} """, true)]
    [InlineData($$""" "Principal": {{Google}}, "Action": {{Assume}} """, false)]
    [InlineData($$""" "NotPrincipal": {{Google}}, "Action": {{Assume}} """, true)]
    [InlineData($$""" "NotPrincipal": {{IdentitiesAndGoogle}}, "Action": {{Assume}} """, false)]
    [InlineData($$""" "Action": {{Assume}} """, false)]
    public void Who_may_do_what_is_what_is_named_and_not_left_out(string members, bool expected) =>
        Assert.Equal(expected, IsGranted(InIreland, $$"""{ "Effect": "Allow", {{members}} }"""));

    [Theory]
    [InlineData(OfPool, true)]
    [InlineData(OfOther, false)]
    [InlineData($$""" "StringEquals": { "{{Aud}}": ["{{OtherId}}", { "Fn::ImportValue": "Pool" }] } """, null)]
    [InlineData($$""" "StringLike": { "{{Aud}}": ["{{OtherId}}", "eu-west-1:*"] } """, null)]
    [InlineData($$"""{{OfPool}}, "StringLike": { "{{Amr}}": ["unauthenticated", "login.example.com*"] } """, null)]
    [InlineData($"{OfPool}, {OfGuests}", false)]
    [InlineData($$"""{{OfPool}}, "IpAddress": { "aws:SourceIp": "192.0.2.0/24" } """, null)]
    public void A_condition_on_what_is_not_known_yet_leaves_it_open(string condition, bool? expected)
    {
        Assert.Equal(expected, IsGranted(InTemplate, Statement(Identities, condition: condition)));
        Assert.Equal(expected, IsGranted(InTemplate, Statement(Google), Statement(Identities, condition: condition)));
    }

    [Theory]
    [InlineData("""{ "Federated": { "Ref": "Provider" } }""")]
    [InlineData("""{ "Federated": ["accounts.google.com", { "Ref": "Provider" }] }""")]
    public void A_principal_that_is_not_known_yet_leaves_it_open(string principal)
    {
        Assert.Null(IsGranted(InIreland, Statement(principal)));
        Assert.Null(IsGranted(InIreland, $$"""{ "Effect": "Allow", "NotPrincipal": {{principal}}, "Action": {{Assume}}, "Condition": { {{OfOther}} } }"""));
    }

    [Fact]
    public void A_statement_that_CloudFormation_chooses_leaves_it_open_whatever_another_one_allows() =>
        Assert.Null(IsGranted(InIreland, Statement(Identities), Unknown));

    [Fact]
    public void While_the_region_is_not_known_any_principal_of_identity_pools_may_be_meant()
    {
        var trust = Statement(
            $$"""{ "Federated": "{{GovCloud}}" }""",
            condition: $$""" "StringEquals": { "{{GovCloud}}:aud": { "Ref": "Pool" }, "{{GovCloud}}:amr": "authenticated" } """
        );

        Assert.True(IsGranted(InTemplate, trust));
        Assert.False(IsGranted(InIreland, trust));
    }

    [Theory]
    [InlineData(Assume, false, true)]
    [InlineData(Assume, true, false)]
    [InlineData(AssumeAndTag, true, true)]
    public void Tags_have_to_be_allowed_where_there_are_some(string action, bool withTags, bool expected) =>
        Assert.Equal(expected, PoolTrust.IsGranted(Policy(InIreland, Statement(Identities, action)), InIreland, isGuest: false, withTags));

    [Theory]
    [InlineData("eu-west-1:*", true)]
    [InlineData("us-east-1:*", false)]
    public void An_identity_is_of_the_region_of_its_pool(string pattern, bool expected) =>
        Assert.Equal(
            expected,
            PoolTrust.IsGranted(
                Policy(InIreland, Statement(Identities, condition: $$""" "StringLike": { "cognito-identity.amazonaws.com:sub": "{{pattern}}" } """)),
                OwnId,
                AwsPartition.Commercial.TrustPrincipal,
                isGuest: false,
                TrustPolicy.Assume
            )
        );

    private static bool? IsGranted(IdentityPool pool, params string[] statements) =>
        PoolTrust.IsGranted(Policy(pool, statements), pool, isGuest: false, withTags: false);
}
