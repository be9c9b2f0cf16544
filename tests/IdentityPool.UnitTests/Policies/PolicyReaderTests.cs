using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Policies;

/// <summary>Which documents IAM takes, and in which words it refuses the others.</summary>
public sealed class PolicyReaderTests
{
    private const string Members = """ "Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole" """;
    private const string Statement = $$"""{ {{Members}} }""";

    [Theory]
    [InlineData($$"""{ "Statement": {{Statement}} }""", null)]
    [InlineData($$"""{ "Version": "2008-10-17", "Statement": [{{Statement}}] }""", "2008-10-17")]
    [InlineData($$"""{ "Version": "2012-10-17", "Id": "a", "Statement": [{{Statement}}] }""", "2012-10-17")]
    public void A_document_has_statements_and_may_have_a_version_and_an_id(string document, string? version)
    {
        var policy = PolicyReader.Read(document, PolicySyntax.Trust);

        Assert.Equal(version, policy.Version);
        var statement = Assert.Single(policy.Statements);
        Assert.True(statement.Allows);
        Assert.Equal([new PolicyPrincipal("", "*")], statement.Principals);
        Assert.Equal(["sts:AssumeRole"], statement.Actions);
        Assert.Empty(statement.Conditions);
    }

    [Theory]
    [InlineData($$"""{ "Statement": {{Statement}}, "Statements": [] }""", "Has prohibited field Statements")]
    [InlineData($$"""{ "Statement": { {{Members}}, "Principals": "*" } }""", "Has prohibited field Principals")]
    [InlineData("""{ "Statement": { "Principal": "*", "Action": "sts:AssumeRole" } }""", "Missing required field Effect")]
    [InlineData("""{ "Version": "2012-10-17" }""", "Missing required field Statement")]
    [InlineData("""{ "Statement": [] }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Version": "2013-10-17", "Statement": {{Statement}} }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Version": 2012, "Statement": {{Statement}} }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Id": 1, "Statement": {{Statement}} }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": {{Statement}}, "Statement": {{Statement}} }""", PolicySyntax.Errors)]
    [InlineData("""{ "Statement": "all" }""", PolicySyntax.Errors)]
    [InlineData("[]", PolicySyntax.Errors)]
    [InlineData("""{ "Statement": { "Effect": "Permit", "Principal": "*", "Action": "sts:AssumeRole" } }""", PolicySyntax.Errors)]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": "*", "Action": ["sts:AssumeRole", 1] } }""", PolicySyntax.Errors)]
    [InlineData("""{ "Statement": { "Effect": "Allow", "Principal": { "AWS": ["*", 1] }, "Action": "*" } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "NotAction": "s3:*" } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "NotPrincipal": { "AWS": "123456789012" } } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "Resource": "*", "NotResource": "arn:aws:s3:::b" } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "Condition": { "StringEquals": { "aws:a": {} } } } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "Condition": { "StringEquals": { "aws:a": ["b", null] } } } }""", PolicySyntax.Errors)]
    [InlineData($$"""{ "Statement": { {{Members}}, "Condition": { "StringEqual": { "aws:a": "b" } } } }""", "Invalid Condition type : StringEqual")]
    [InlineData("{", "This policy contains invalid Json")]
    public void What_IAM_does_not_take_is_refused_in_its_words(string document, string message) =>
        Assert.Equal(message, Assert.Throws<MalformedPolicyException>(() => PolicyReader.Read(document, PolicySyntax.Trust)).Message);

    [Fact]
    public void A_denial_allows_nothing() =>
        Assert.False(
            Assert
                .Single(PolicyReader.Read("""{ "Statement": { "Effect": "Deny", "Action": "*", "Resource": "*" } }""", PolicySyntax.Permissions).Statements)
                .Allows
        );

    [Theory]
    [InlineData("\"b\"", "b")]
    [InlineData("""["b", "c"]""", "b c")]
    [InlineData("true", "true")]
    [InlineData("[true, false, 1.50]", "true false 1.50")]
    public void The_values_of_a_condition_may_be_texts_flags_and_numbers(string values, string expected)
    {
        var policy = PolicyReader.Read($$"""{ "Statement": { {{Members}}, "Condition": { "StringEquals": { "aws:a": {{values}} } } } }""", PolicySyntax.Trust);

        Assert.Equal(expected.Split(' '), Assert.Single(policy.Statements[0].Conditions).Values);
    }
}
