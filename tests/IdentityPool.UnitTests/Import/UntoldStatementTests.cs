using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Import;

/// <summary>A statement that cannot be told is named with its place and value, never taken for one that allows, and its role is not written without it.</summary>
public sealed class UntoldStatementTests
{
    private const string Statement = "Users.Policies[0].PolicyDocument.Statement[0]";

    [Theory]
    [InlineData("18f-if-statement.yaml", "Auth.Policies[0].PolicyDocument.Statement[1]", "Fn::If")]
    [InlineData("18g-if-effect.yaml", "Auth.Policies[0].PolicyDocument.Statement[0].Effect", "\"HasX\",\"Deny\",\"Allow\"")]
    [InlineData("20a-effect-if-deny-allow.yaml", "Guest.Policies[0].PolicyDocument.Statement[0].Effect", "\"Force\",\"Deny\",\"Allow\"")]
    [InlineData("20c-effect-ref.yaml", "Guest.Policies[0].PolicyDocument.Statement[0].Effect", "{\"Ref\":\"E\"}")]
    [InlineData("20f-action-if.yaml", "Guest.Policies[0].PolicyDocument.Statement[0].Action", "\"lex:*\"")]
    public void Templates_from_the_field(string file, string place, string value)
    {
        var imported = FieldTemplates.Import(file);

        WiderTemplates.AssertUntold(imported, place, value);
        Assert.Contains(FindingRuleId.NotExamined, Findings.Examined.Found(imported.Pools[0]));
    }

    [Fact]
    public void An_effect_that_is_missing_in_a_template_from_the_field()
    {
        var imported = FieldTemplates.Import("20e-effect-missing.yaml");
        var fault = Assert.Single(imported.Errors);

        Assert.Empty(imported.Pools);
        Assert.Equal("ImportEffect", fault.ErrorId);
        Assert.Contains("Guest.Policies[0].PolicyDocument.Statement[0].Effect is neither Allow nor Deny", fault.Message, StringComparison.Ordinal);
        Assert.Contains("lex:PostText", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"deny\"")]
    [InlineData("\"allow\"")]
    [InlineData("\"DENY\"")]
    [InlineData("\" Deny\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("true")]
    [InlineData("null")]
    [InlineData("[\"Deny\"]")]
    [InlineData("[\"Allow\"]")]
    [InlineData("{}")]
    [InlineData("{ \"Effect\": \"Allow\" }")]
    public void An_effect_that_IAM_does_not_know(string effect) =>
        AssertFault("ImportEffect", $$"""{ "Effect": {{effect}}, "Action": "s3:*", "Resource": "*" }""");

    [Theory]
    [InlineData("""{ "Ref": "E" }""")]
    [InlineData("""{ "Ref": "AWS::NoValue" }""")]
    [InlineData("""{ "Fn::If": ["C", "Deny", "Deny"] }""")]
    [InlineData("""{ "Fn::Sub": "Allow" }""")]
    [InlineData("""{ "Fn::FindInMap": ["a", "b", "c"] }""")]
    public void An_effect_that_a_function_gives(string effect) =>
        AssertFault("ImportUntold", $$"""{ "Effect": {{effect}}, "Action": "s3:*", "Resource": "*" }""");

    [Theory]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": { "Fn::If": ["C", "a:b", "*"] }, "Resource": "*" }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": ["a:b", { "Fn::If": ["C", "a:c", "*"] }], "Resource": "*" }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": { "Fn::Split": [",", "a,b"] } }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": { "Fn::FindInMap": ["a", "b", "c"] } }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": [["*"]] }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": null }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": null }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": "aws:SourceIp" }""")]
    [InlineData(
        "ImportUntold",
        """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": [{ "IpAddress": { "aws:SourceIp": "10.0.0.0/8" } }] }"""
    )]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": { "Fn::If": ["C", {}, {}] } }""")]
    [InlineData("ImportUntold", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": { "Bool": { "Ref": "P" } } }""")]
    [InlineData(
        "ImportPolicyElement",
        """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "condition": { "Bool": { "aws:MultiFactorAuthPresent": "true" } } }"""
    )]
    [InlineData("ImportPolicyElement", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Principal": "*" }""")]
    [InlineData("ImportPolicyElement", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "NotPrincipal": { "AWS": "*" } }""")]
    [InlineData("ImportMacro", """{ "Effect": "Deny", "Action": "a:b", "Resource": "*", "Fn::Transform": { "Name": "AWS::Include" } }""")]
    [InlineData("StatementBothWays", """{ "Effect": "Allow", "Action": "a:b", "NotAction": "a:c", "Resource": "*" }""")]
    [InlineData("StatementBothWays", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "NotResource": "arn:aws:s3:::b" }""")]
    [InlineData("StatementWithoutAction", """{ "Effect": "Allow", "Resource": "*" }""")]
    [InlineData("StatementWithoutAction", """{ "Effect": "Allow", "Action": { "Ref": "AWS::NoValue" }, "Resource": "*" }""")]
    [InlineData("StatementWithoutResource", """{ "Effect": "Deny", "Action": "a:b", "NotResource": [{ "Ref": "AWS::NoValue" }] }""")]
    [InlineData("InvalidCondition", """{ "Effect": "Allow", "Action": "a:b", "Resource": "*", "Condition": { "Bool": {} } }""")]
    [InlineData("ImportPolicy", "\"Allow\"")]
    public void A_part_of_a_statement(string errorId, string statement) => AssertFault(errorId, statement);

    [Theory]
    [InlineData("""{ "Fn::If": ["C", {}, {}] }""")]
    [InlineData("""{ "Fn::Sub": "${Document}" }""")]
    [InlineData("""{ "Statement": { "Fn::If": ["C", {}, { "Ref": "AWS::NoValue" }] } }""")]
    public void A_document_that_a_function_gives(string document) =>
        WiderTemplates.AssertUntold(WiderTemplates.Import($$"""[{ "PolicyName": "p", "PolicyDocument": {{document}} }]"""), "Users.Policies[0].PolicyDocument");

    [Theory]
    [InlineData("ImportPolicyElement", """{ "Version": "2012-10-17", "Statement": [], "statement": [] }""")]
    [InlineData("ImportMacro", """{ "Version": "2012-10-17", "Statement": [], "Fn::Transform": {} }""")]
    [InlineData("ImportPolicy", """{ "Version": "2012-10-17", "Statements": [] }""")]
    [InlineData("ImportPolicy", "null")]
    [InlineData("ImportPolicy", "[]")]
    [InlineData("ImportPolicy", """ "{ \"Statement\": [], \"Statement\": [] }" """)]
    [InlineData("ImportPolicyVersion", """{ "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "arn:aws:s3:::b/${aws:username}" } }""")]
    [InlineData(
        "ImportPolicyVersion",
        """{ "Version": "2008-10-17", "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": { "Fn::Sub": "arn:aws:s3:::${B}/${!aws:username}" } } }"""
    )]
    [InlineData(
        "ImportPolicyVersion",
        """{ "Version": { "Ref": "V" }, "Statement": { "Effect": "Allow", "Action": "s3:*", "Resource": "*", "Condition": { "StringLike": { "s3:prefix": "${aws:username}/" } } } }"""
    )]
    public void A_document(string errorId, string document) =>
        Assert.Equal(errorId, Assert.Single(WiderTemplates.Import(policies: $$"""[{ "PolicyName": "p", "PolicyDocument": {{document}} }]""").Errors).ErrorId);

    [Fact]
    public void A_document_of_an_old_version_without_variables_means_the_same_in_the_new_one()
    {
        var imported = WiderTemplates.Import(
            policies: """[{ "PolicyName": "p", "PolicyDocument": { "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": { "Fn::Sub": "arn:aws:s3:::${B}" } } } }]"""
        );

        Assert.Equal(PolicyEffect.Deny, Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Effect);
    }

    [Fact]
    public void A_condition_that_CloudFormation_takes_away_is_none()
    {
        var imported = WiderTemplates.Import(
            WiderTemplates.Policies("""{ "Effect": "Deny", "Action": "s3:*", "Resource": "*", "Condition": { "Ref": "AWS::NoValue" } }""")
        );

        Assert.Null(Assert.Single(Assert.Single(imported.Pools).AuthenticatedRole!.Statements).Condition);
    }

    private static void AssertFault(string errorId, string statement)
    {
        var imported = WiderTemplates.Import(WiderTemplates.Policies(statement));
        if (errorId == "ImportUntold")
        {
            WiderTemplates.AssertUntold(imported, Statement);
            return;
        }

        var fault = Assert.Single(imported.Errors);

        Assert.Empty(imported.Pools);
        Assert.Equal(errorId, fault.ErrorId);
        if (errorId.StartsWith("Import", StringComparison.Ordinal))
        {
            Assert.Contains(Statement, fault.Message, StringComparison.Ordinal);
        }
    }
}
