using IdentityPools.Policies;
using IdentityPools.UnitTests.Findings;
using Xunit;
using static IdentityPools.UnitTests.Findings.Examined;

namespace IdentityPools.UnitTests.Policies;

/// <summary>What the policies of a role allow in the end, and how far a grant reaches.</summary>
public sealed class GrantTests
{
    private const string Bucket = "arn:aws:s3:::b/*";
    private const string Own = "${cognito-identity.amazonaws.com:sub}";

    [Theory]
    [InlineData("s3:*", "*", true)]
    [InlineData("s3:getobject", Bucket, true)]
    [InlineData("ec2:* s3:GetObject", Bucket, true)]
    [InlineData("ec2:*", "*", false)]
    [InlineData("s3:*", "arn:aws:s3:::c/* arn:aws:s3:::b/*", true)]
    [InlineData("s3:*", "arn:aws:s3:::B/*", false)]
    [InlineData("s3:*", "arn:aws:s3:::b/a", false)]
    [InlineData("s3:GetObjec?", Bucket, true)]
    public void A_denial_takes_away_what_it_covers(string actions, string resources, bool isTaken) =>
        Assert.Equal(isTaken, Grants(Allow("s3:GetObject", Bucket), Deny(actions, resources)).Count == 0);

    [Fact]
    public void A_denial_on_one_of_two_resources_leaves_the_other() =>
        Assert.Single(Grants(Allow("s3:GetObject", "arn:aws:s3:::b/* arn:aws:s3:::c/*"), Deny("s3:GetObject", Bucket)));

    [Theory]
    [InlineData("""{ "Effect": "Deny", "NotAction": ["s3:Get*", "ec2:*"], "Resource": "*" }""", false)]
    [InlineData("""{ "Effect": "Deny", "NotAction": ["iam:*", "ec2:*"], "Resource": "*" }""", true)]
    [InlineData("""{ "Effect": "Deny", "Action": "*", "NotResource": ["arn:aws:s3:::c/*", "arn:aws:s3:::b/*"] }""", false)]
    [InlineData("""{ "Effect": "Deny", "Action": "*", "NotResource": ["arn:aws:s3:::c/*", "arn:aws:s3:::d/*"] }""", true)]
    public void A_denial_of_all_but_some_leaves_those(string denial, bool isTaken) =>
        Assert.Equal(isTaken, Grants(Allow("s3:GetObject", Bucket), denial).Count == 0);

    [Theory]
    [InlineData("*", true)]
    [InlineData(Bucket, false)]
    public void What_is_allowed_on_all_resources_but_some_is_taken_only_on_all(string denied, bool isTaken) =>
        Assert.Equal(
            isTaken,
            Grants("""{ "Effect": "Allow", "Action": "s3:GetObject", "NotResource": "arn:aws:s3:::c/*" }""", Deny("s3:*", denied)).Count == 0
        );

    [Theory]
    [InlineData("*", "s3:*", true)]
    [InlineData("s3:*", "s3:Get*", true)]
    [InlineData("s3:Ge?", "s3:Get", true)]
    [InlineData("s3:Ge?", "s3:Ge*", false)]
    [InlineData("s3:Get", "s3:Get*", false)]
    public void A_pattern_covers_what_it_fits_whatever_an_asterisk_stands_for(string pattern, string other, bool expected) =>
        Assert.Equal(expected, RoleGrants.Covers(pattern, other, ignoreCase: true));

    [Theory]
    [InlineData($$"""{ "StringEquals": { "dynamodb:LeadingKeys": "{{Own}}" } }""", true)]
    [InlineData($$"""{ "StringEquals": { "dynamodb:LeadingKeys": ["{{Own}}", "shared"] } }""", false)]
    [InlineData("""{ "StringEquals": { "dynamodb:LeadingKeys": [] } }""", false)]
    [InlineData($$"""{ "StringNotEquals": { "dynamodb:LeadingKeys": "{{Own}}" } }""", false)]
    public void A_condition_makes_a_grant_per_identity_where_every_value_is_the_callers_own(string condition, bool expected) =>
        Assert.Equal(expected, Assert.Single(Grants(Allow("dynamodb:GetItem", "*", condition))).IsPerIdentity);

    [Theory]
    [InlineData("""{ "StringEquals": { "aws:PrincipalTag/team": "blue" } }""", true)]
    [InlineData("""{ "StringLike": { "aws:PrincipalTag/team": "blue*" } }""", true)]
    [InlineData("""{ "StringLike": { "aws:PrincipalTag/team": ["blue", "*"] } }""", false)]
    [InlineData("""{ "ForAnyValue:StringEquals": { "aws:PrincipalTag/team": "blue" } }""", true)]
    [InlineData("""{ "ForAllValues:StringEquals": { "aws:PrincipalTag/team": "blue" } }""", false)]
    [InlineData("""{ "StringEqualsIfExists": { "aws:PrincipalTag/team": "blue" } }""", false)]
    [InlineData("""{ "StringEquals": { "aws:RequestTag/team": "blue" } }""", false)]
    public void A_grant_is_by_tag_where_a_session_needs_the_tag(string condition, bool expected) =>
        Assert.Equal(expected, Assert.Single(Grants(Allow("s3:GetObject", Bucket, condition))).IsByTag);

    [Theory]
    [InlineData(null, true)]
    [InlineData("""{ "Effect": "Deny", "Action": "iam:*", "Resource": "*" }""", true)]
    [InlineData("""{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "*" }""", false)]
    [InlineData("""{ "Effect": "Deny", "NotAction": "s3:*", "Resource": "arn:aws:s3:::b" }""", true)]
    public void Everything_is_administration_unless_a_denial_leaves_but_a_part(string? denial, bool expected) =>
        Assert.Equal(expected, Grants(denial is null ? [Allow("*")] : [Allow("*"), denial])[0].IsAdministration);

    private static IReadOnlyList<Grant> Grants(params string[] statements)
    {
        var pool = Users(May(statements));
        return RoleGrants.Read(RoleDocuments.From(pool, pool.AuthenticatedRole!));
    }
}
