using IdentityPools.Policies;
using Xunit;

namespace IdentityPools.UnitTests.Permissions;

/// <summary>What is said of a statement that IAM would refuse, or that may say nothing.</summary>
public sealed class WrittenStatementTests
{
    private const string Known = "s3:GetObject";

    [Theory]
    [InlineData(Known)]
    [InlineData("S3:getobject")]
    [InlineData("s3:Get*")]
    [InlineData("s3:AbortMultipartUpload")]
    [InlineData("lambda:AddLayerVersionPermission")]
    [InlineData("*")]
    [InlineData("acm:RequestCertificate")]
    [InlineData("*:*")]
    [InlineData("s*:Whatever")]
    public void Nothing_is_said_of_an_action_that_is_known(string action) => Assert.Null(ActionList.Doubt(action));

    [Theory]
    [InlineData("s3:GetObjct", "the action 's3:GetObjct' of s3", "Did you mean 's3:GetObject'?")]
    [InlineData("S3:GETOBJCT", "the action 'S3:GETOBJCT' of s3", "Did you mean 's3:GetObject'?")]
    [InlineData("s3:Disappear", "the action 's3:Disappear' of s3", null)]
    [InlineData("s3:", "the action 's3:' of s3", null)]
    [InlineData("dynamdb:GetItem", "the service 'dynamdb' of 'dynamdb:GetItem'", "Did you mean 'dynamodb'?")]
    [InlineData("whatever:Get*", "the service 'whatever' of 'whatever:Get*'", null)]
    public void An_action_that_is_not_known_is_doubted_with_the_nearest_one(string action, string what, string? meant)
    {
        var doubt = ActionList.Doubt(action)!;

        Assert.StartsWith($"This version does not know {what}, so ", doubt, StringComparison.Ordinal);
        Assert.Contains(meant is null ? "no effect. Keep it" : $"no effect. {meant} Keep it", doubt, StringComparison.Ordinal);
    }

    [Fact]
    public void Actions_that_are_left_out_are_doubted_too() =>
        Assert.Equal(
            ["s3:GetObjct", "s3:PutObjct"],
            WrittenStatement
                .Doubts(PolicyStatement.Create(new() { NotActions = ["s3:GetObjct", Known, "s3:PutObjct"], Resources = ["*"] }))
                .Select(doubt => doubt.Split('\'')[1])
        );

    [Theory]
    [InlineData("""{ "StringEqual": { "aws:a": "b" } }""", "InvalidConditionOperator", "StringEqual", "'StringEquals'")]
    [InlineData("""{ "ForAnyValues:StringLike": { "aws:a": "b" } }""", "InvalidConditionOperator", "ForAnyValues:StringLike", "'ForAnyValue:StringLike'")]
    [InlineData("""{ "StringEquals": { "aws:a": "b", "prefix": "c" } }""", "InvalidConditionKey", "prefix", "'prefix'")]
    public void A_condition_that_cannot_exist_is_refused(string condition, string errorId, string target, string named)
    {
        var fault = Refused.With(errorId, () => WrittenStatement.Check(With(condition)));

        Assert.Equal(target, fault.Target);
        Assert.Contains(named, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_a_condition_is_found() =>
        Assert.Equal(
            ["InvalidConditionOperator", "InvalidConditionKey"],
            WrittenStatement.Errors(With("""{ "StringEqual": { "prefix": "b" } }""")).Select(fault => fault.ErrorId)
        );

    [Theory]
    [InlineData("""{ "StringEquals": { "s3:prefix": "b" } }""")]
    [InlineData(null)]
    public void A_statement_without_a_fault_stays_as_it_is(string? condition)
    {
        var statement = With(condition);

        Assert.Same(statement, WrittenStatement.Check(statement));
        Assert.Empty(WrittenStatement.Doubts(statement));
    }

    private static PolicyStatement With(string? condition) =>
        PolicyStatement.Create(
            new()
            {
                Actions = [Known],
                Resources = ["*"],
                Condition = condition is null ? null : JsonTemplates.Read(condition),
            }
        );
}
