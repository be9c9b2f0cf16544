using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Permissions;

/// <summary>What is true of every merge: the meaning is that of all statements together, whatever their order.</summary>
[Properties(Arbitrary = [typeof(MergeProperties)], MaxTest = 300)]
public sealed class MergeProperties
{
    private static readonly string[] Actions = ["s3:GetObject", "s3:PutObject", "sqs:SendMessage"];
    private static readonly string[] Resources = ["*", "arn:aws:s3:::a/*", "arn:aws:s3:::b/*"];

    /// <summary>A few statements that have much in common.</summary>
    /// <returns>The generator.</returns>
    public static Arbitrary<PolicyStatement[]> Statements() =>
        Arb.From(
            (
                from effect in Gen.Elements(PolicyEffect.Allow, PolicyEffect.Deny)
                from actions in Gen.SubListOf(Actions).Where(list => list.Count > 0)
                from resources in Gen.SubListOf(Resources).Where(list => list.Count > 0)
                select PolicyStatement.Create(
                    new()
                    {
                        Effect = effect,
                        Actions = actions.Select(TemplateValue.FromString).ToValueList(),
                        Resources = resources.Select(TemplateValue.FromString).ToValueList(),
                    }
                )
            ).ArrayOf()
        );

    [Property]
    public void Merging_neither_adds_nor_loses_a_permission(PolicyStatement[] statements) =>
        Assert.Equal(Meaning(statements), Meaning(PolicyStatements.Merge([], statements)));

    [Property]
    public void Order_does_not_change_the_meaning(PolicyStatement[] one, PolicyStatement[] other) =>
        Assert.Equal(Meaning(PolicyStatements.Merge(one, other)), Meaning(PolicyStatements.Merge(other, one)));

    [Property]
    public void Merging_again_changes_nothing(PolicyStatement[] statements)
    {
        var merged = PolicyStatements.Merge([], statements);

        Assert.Equal(merged, PolicyStatements.Merge(merged, statements));
        Assert.Equal(merged, PolicyStatements.Merge([], merged));
    }

    [Property]
    public void No_two_statements_of_the_result_could_be_one(PolicyStatement[] statements)
    {
        var merged = PolicyStatements.Merge([], statements);

        Assert.All(merged, one => Assert.All(merged, other => Assert.True(ReferenceEquals(one, other) || one.MergedWith(other) is null)));
    }

    private static IEnumerable<(PolicyEffect Effect, string Action, string Resource)> Meaning(IEnumerable<PolicyStatement> statements) =>
        statements
            .SelectMany(statement =>
                statement.TypedActions.SelectMany(action => statement.TypedResources.Select(resource => (statement.Effect, action.Literal!, resource.Literal!)))
            )
            .Distinct()
            .Order();
}
