using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Permissions;

/// <summary>What a statement may be, and when two are one.</summary>
public sealed class PolicyStatementTests
{
    private const string Bucket = "arn:aws:s3:::b/*";

    [Fact]
    public void Actions_and_resources_are_sets() =>
        Assert.Equal(Statement(["s3:GetObject", "s3:PutObject"], [Bucket, "*"]), Statement(["s3:PutObject", "s3:GetObject", "s3:PutObject"], ["*", Bucket]));

    [Fact]
    public void The_same_permission_twice_is_one_statement() =>
        Assert.Equal([Pools.Allow("s3:GetObject")], Merge(Pools.Allow("s3:GetObject"), Pools.Allow("s3:GetObject")));

    [Fact]
    public void Actions_on_the_same_resources_are_one_statement() =>
        Assert.Equal([Statement(["s3:GetObject", "s3:PutObject"], [Bucket])], Merge(Pools.Allow("s3:GetObject", Bucket), Pools.Allow("s3:PutObject", Bucket)));

    [Fact]
    public void Resources_of_the_same_actions_are_one_statement() =>
        Assert.Equal([Statement(["s3:GetObject"], [Bucket, "*"])], Merge(Pools.Allow("s3:GetObject", Bucket), Pools.Allow("s3:GetObject")));

    [Fact]
    public void Statements_that_would_allow_more_together_stay_apart() =>
        Assert.Equal(2, Merge(Pools.Allow("s3:GetObject", Bucket), Pools.Allow("sqs:SendMessage", "arn:aws:sqs:eu-west-1:123456789012:q")).Count);

    [Fact]
    public void What_has_grown_may_fit_another_statement() =>
        Assert.Equal(
            [Statement(["s3:GetObject", "s3:PutObject"], [Bucket, "*"])],
            Merge(Statement(["s3:GetObject"], [Bucket, "*"]), Pools.Allow("s3:PutObject", Bucket), Pools.Allow("s3:PutObject", "*"))
        );

    [Fact]
    public void What_another_statement_says_already_is_left_out()
    {
        var all = Statement(["s3:GetObject", "s3:PutObject"], [Bucket, "*"]);

        Assert.Equal([all], Merge(all, Pools.Allow("s3:GetObject", Bucket)));
        Assert.Equal([all], Merge(Pools.Allow("s3:GetObject", Bucket), all));
    }

    [Fact]
    public void An_allowance_and_a_denial_stay_apart() =>
        Assert.Equal(2, Merge(Pools.Allow("s3:GetObject"), Statement(["s3:GetObject"], ["*"], effect: PolicyEffect.Deny)).Count);

    [Fact]
    public void Different_conditions_stay_apart() =>
        Assert.Equal(2, Merge(Pools.Allow("s3:GetObject"), Statement(["s3:GetObject"], ["*"], condition: """{"Bool":{"aws:SecureTransport":true}}""")).Count);

    [Fact]
    public void Equal_conditions_in_other_words_are_one() =>
        Assert.Single(
            Merge(
                Statement(["s3:GetObject"], ["*"], condition: """{"Bool":{"b":true,"a":["x"]},"ArnLike":{"c":1}}"""),
                Statement(["s3:PutObject"], ["*"], condition: """{"ArnLike":{"c":"1"},"Bool":{"a":"x","b":"true"}}""")
            )
        );

    [Fact]
    public void Named_statements_stay_apart() =>
        Assert.Equal(2, Merge(Statement(["s3:GetObject"], ["*"], sid: "One"), Statement(["s3:PutObject"], ["*"], sid: "Two")).Count);

    [Fact]
    public void Two_different_statements_of_one_name_are_refused() =>
        Refused.With("DuplicateSid", () => Pools.Role("Staff", Statement(["s3:GetObject"], ["*"], sid: "One"), Statement(["s3:PutObject"], ["*"], sid: "One")));

    [Fact]
    public void Merging_what_is_there_changes_nothing_not_even_the_order()
    {
        ValueList<PolicyStatement> statements = [Pools.Allow("s3:GetObject", Bucket), Pools.Allow("sqs:SendMessage"), Pools.Allow("sns:Publish", Bucket)];
        var merged = PolicyStatements.Merge([], statements);

        Assert.Equal(merged, PolicyStatements.Merge(merged, statements));
    }

    [Theory]
    [InlineData("StatementWithoutAction", new string[0], new[] { "*" })]
    [InlineData("StatementWithoutResource", new[] { "s3:GetObject" }, new string[0])]
    [InlineData("InvalidAction", new[] { "GetObject" }, new[] { "*" })]
    [InlineData("InvalidAction", new[] { "s3:" }, new[] { "*" })]
    [InlineData("InvalidAction", new[] { "" }, new[] { "*" })]
    [InlineData("InvalidAction", new[] { "s3:Get Object" }, new[] { "*" })]
    [InlineData("InvalidResource", new[] { "s3:GetObject" }, new[] { "bucket" })]
    [InlineData("InvalidResource", new[] { "s3:GetObject" }, new[] { "" })]
    [InlineData("InvalidResource", new[] { "s3:GetObject" }, new[] { "arn:aws:s3" })]
    public void What_IAM_would_not_take_is_refused(string errorId, string[] actions, string[] resources) =>
        Refused.With(errorId, () => Statement(actions, resources));

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("a-b")]
    public void A_name_has_letters_and_digits_only(string sid) => Refused.With("InvalidSid", () => Statement(["s3:GetObject"], ["*"], sid: sid));

    [Theory]
    [InlineData("""{"Bool":"x"}""")]
    [InlineData("""{"Bool":{}}""")]
    [InlineData("""{"Bool":{"a":[]}}""")]
    [InlineData("""{"Bool":{"a":null}}""")]
    [InlineData("""{"Bool":{"a":[["x"]]}}""")]
    [InlineData("""{"Bool":{"Ref":"A"}}""")]
    public void A_condition_is_operator_key_and_values(string condition) =>
        Refused.With("InvalidCondition", () => Statement(["s3:GetObject"], ["*"], condition: condition));

    [Fact]
    public void A_wildcard_may_stand_in_service_and_action() => Assert.Equal(["*", "s3:*", "s3:Get*"], Statement(["*", "s3:*", "s3:Get*"], ["*"]).TypedActions);

    private static PolicyStatement Statement(
        string[] actions,
        string[] resources,
        PolicyEffect effect = PolicyEffect.Allow,
        string? sid = null,
        string? condition = null
    ) =>
        PolicyStatement.Create(
            new()
            {
                Effect = effect,
                Actions = actions.Select(TemplateValue.FromString).ToValueList(),
                Resources = resources.Select(TemplateValue.FromString).ToValueList(),
                Sid = sid,
                Condition = condition is null ? null : JsonTemplates.Read(condition),
            }
        );

    private static ValueList<PolicyStatement> Merge(params PolicyStatement[] statements) => PolicyStatements.Merge([], statements);
}
