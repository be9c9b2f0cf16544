using IdentityPools.Values;
using Xunit;
using static IdentityPools.UnitTests.Policies.TrustedBy;

namespace IdentityPools.UnitTests.Policies;

/// <summary>Whom a trust policy lets in, and in which words it is said that it lets a pool not in.</summary>
public sealed class TrustAnalysisTests
{
    [Theory]
    [InlineData(Identities, Assume, true)]
    [InlineData(Everyone, Assume, true)]
    [InlineData(IdentitiesAndGoogle, Assume, true)]
    [InlineData(Identities, AssumeAndTag, true)]
    [InlineData(Identities, AssumeInOtherLetters, true)]
    [InlineData(Identities, "\"sts:TagSession\"", false)]
    [InlineData(Google, Assume, false)]
    [InlineData(Account, Assume, false)]
    [InlineData(Account, "\"sts:AssumeRole\"", false)]
    public void A_statement_is_about_identity_pools_by_its_principal_and_its_action(string principal, string action, bool expected)
    {
        Assert.Equal(expected, Analysis(Statement(principal, action)).WebIdentityStatements.Any());
        Assert.Empty(Analysis(Statement(principal, action, effect: "Deny")).WebIdentityStatements);
    }

    [Theory]
    [InlineData("\"s3:*\"", true)]
    [InlineData("""["s3:*", "sts:AssumeRole*"]""", false)]
    [InlineData(AssumeInOtherLetters, false)]
    public void A_statement_of_all_actions_but_some_lets_in_whom_it_does_not_leave_out(string actions, bool expected)
    {
        var trust = Analysis($$"""{ "Effect": "Allow", "Principal": {{Identities}}, "NotAction": {{actions}}, "Condition": { {{OfOther}} } }""");

        Assert.Equal(expected, trust.WebIdentityStatements.Any());
        Assert.Equal(expected ? [OtherId] : [], trust.Audiences);
    }

    [Theory]
    [InlineData(Everyone, null, true)]
    [InlineData("""{ "AWS": ["arn:aws:iam::123456789012:root", "*"] }""", null, true)]
    [InlineData(Account, null, false)]
    [InlineData(Everyone, """ "StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } """, false)]
    [InlineData(Everyone, """ "ForAllValues:StringEquals": { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } """, true)]
    [InlineData(Everyone, """ "ForAnyValue:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/" } """, false)]
    [InlineData(Everyone, """ "StringEquals": { "aws:PrincipalArn": [] } """, true)]
    [InlineData(Everyone, """ "StringLike": { "aws:PrincipalArn": "arn:aws:iam::123456789012:role/*" } """, false)]
    [InlineData(Everyone, """ "StringLike": { "aws:PrincipalArn": ["arn:aws:iam::123456789012:role/a", "*"] } """, true)]
    public void Anyone_is_let_in_where_no_condition_names_who_calls(string principal, string? condition, bool expected)
    {
        Assert.Equal(expected, Analysis(Statement(principal, "\"sts:AssumeRole\"", condition)).AdmitsAnyone);
        Assert.Equal(expected, Analysis(Statement(Google), Statement(principal, "\"sts:AssumeRole\"", condition)).AdmitsAnyone);
    }

    [Theory]
    [InlineData(OfGuests, true)]
    [InlineData(OfUsers, true)]
    [InlineData(OfPool, false)]
    [InlineData(OfOther, false)]
    [InlineData($$""" "StringLike": { "{{Aud}}": "*" } """, true)]
    public void Other_pools_are_let_in_with_users_or_with_guests_alone(string condition, bool expected) =>
        Assert.Equal(expected, Analysis(Statement(Identities, condition: condition)).AdmitsOtherPools);

    [Fact]
    public void Other_pools_are_let_in_though_those_of_other_regions_are_denied() =>
        Assert.True(
            Analysis(
                InIreland,
                Statement(Identities),
                Statement(Everyone, "\"sts:*\"", $$""" "StringNotLike": { "{{Aud}}": "eu-west-1:*" } """, effect: "Deny")
            ).AdmitsOtherPools
        );

    [Theory]
    [InlineData(AssumeAndTag, OfPool, true)]
    [InlineData(AssumeAndTag, OfOther, true)]
    [InlineData(AssumeAndTag, OfGuests, true)]
    [InlineData(Assume, OfPool, false)]
    public void Tags_are_let_in_with_whomever_a_statement_names(string action, string condition, bool expected)
    {
        Assert.Equal(expected, Analysis(Statement(Identities, action, condition)).AdmitsTags);
        Assert.Equal(expected, Analysis(Statement(Identities, action, condition), Statement(Identities, Assume, OfPool)).AdmitsTags);
    }

    [Fact]
    public void Users_and_guests_may_be_let_in_by_statements_of_their_own()
    {
        var trust = Analysis(Statement(Identities, condition: $"{OfPool}, {OfUsers}"), Statement(Identities, condition: $"{OfPool}, {OfGuests}"));

        Assert.True(trust.Admits(isGuest: false));
        Assert.True(trust.Admits(isGuest: true));
    }

    [Theory]
    [InlineData(Account, "\"sts:AssumeRole\"", OfPool, nameof(Messages.ObstaclePrincipal), "AWS arn:aws:iam::123456789012:root")]
    [InlineData(Google, Assume, OfPool, nameof(Messages.ObstaclePrincipal), "Federated accounts.google.com")]
    [InlineData("""{ "Service": ["a.x", "b.x"] }""", Assume, OfPool, nameof(Messages.ObstaclePrincipal), "Service a.x, Service b.x")]
    [InlineData("""{ "AWS": "*" }""", Assume, OfPool, nameof(Messages.ObstaclePrincipal), "AWS *")]
    [InlineData("{}", Assume, OfPool, nameof(Messages.ObstaclePrincipal), "none")]
    [InlineData(Identities, "\"sts:TagSession\"", OfPool, nameof(Messages.ObstacleAction), "sts:TagSession")]
    [InlineData(Identities, """["sts:AssumeRole", "sts:TagSession"]""", OfPool, nameof(Messages.ObstacleAction), "sts:AssumeRole, sts:TagSession")]
    [InlineData(Identities, Assume, OfOther, nameof(Messages.ObstacleAudience), OtherId)]
    [InlineData(Identities, Assume, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(Identities, Assume, $$"""{{OfGuests}}, "StringLike": { "{{Aud}}": "eu-west-1:*" } """, nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(Identities, Assume, $$""" "StringEquals": { "{{Amr}}": "anonymous" } """, nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(Identities, AssumeAndTag, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(Identities, AssumeInOtherLetters, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(IdentitiesAndGoogle, Assume, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    [InlineData(Everyone, Assume, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    [InlineData("""{ "Federated": "*" }""", Assume, $"{OfPool}, {OfGuests}", nameof(Messages.ObstacleState), "authenticated")]
    public void What_keeps_users_out_is_said(string principal, string action, string condition, string message, string named) =>
        Assert.Equal(MessageText.Format(message, named), Analysis(Statement(principal, action, condition)).Obstacle(isGuest: false));

    [Fact]
    public void What_keeps_guests_out_is_said() =>
        Assert.Equal(
            MessageText.Format(nameof(Messages.ObstacleState), "unauthenticated"),
            Analysis(Statement(Identities, condition: $"{OfPool}, {OfUsers}")).Obstacle(isGuest: true)
        );

    [Fact]
    public void Where_all_actions_but_some_are_allowed_those_are_named() =>
        Assert.Equal(
            MessageText.Format(nameof(Messages.ObstacleAction), "NotAction sts:*"),
            Analysis($$"""{ "Effect": "Allow", "Principal": {{Identities}}, "NotAction": "sts:*" }""").Obstacle(isGuest: false)
        );

    [Fact]
    public void Where_nobody_is_let_in_nobody_is_named() =>
        Assert.Equal(
            MessageText.Format(nameof(Messages.ObstaclePrincipal), Messages.NoProviders),
            Analysis(Statement(Identities, effect: "Deny")).Obstacle(isGuest: false)
        );
}
