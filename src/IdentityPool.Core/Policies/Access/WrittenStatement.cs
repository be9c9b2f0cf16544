using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Policies;

/// <summary>What is asked of a statement that a user writes, beyond its form: that its parts exist. IAM takes many a statement that says nothing.</summary>
internal static class WrittenStatement
{
    /// <exception cref="DefinitionException">A part of the statement cannot exist.</exception>
    public static PolicyStatement Check(PolicyStatement statement) => Errors(statement).FirstOrDefault() is { } exception ? throw exception : statement;

    /// <summary>What cannot exist.</summary>
    public static IEnumerable<DefinitionException> Errors(PolicyStatement statement) =>
        [.. Resources(statement).Select(WrittenArn.Error).OfType<DefinitionException>(), .. Conditions(statement).SelectMany(ConditionErrors)];

    /// <summary>What this version does not know, though it may exist by now.</summary>
    public static IEnumerable<string> Doubts(PolicyStatement statement) =>
        [
            .. statement
                .TypedActions.Concat(statement.TypedNotActions)
                .Select(action => action.Literal)
                .OfType<string>()
                .Select(ActionList.Doubt)
                .OfType<string>(),
            .. Resources(statement).Select(WrittenArn.UnknownRegion).OfType<string>().Distinct().Select(AwsRegion.Doubt),
        ];

    private static IEnumerable<TemplateValue> Resources(PolicyStatement statement) => statement.TypedResources.Concat(statement.TypedNotResources);

    private static IEnumerable<KeyValuePair<string, TemplateNode>> Conditions(PolicyStatement statement) =>
        (statement.ConditionNode ?? []).Where(block => !Intrinsic.IsFunction(block.Key));

    private static IEnumerable<DefinitionException> ConditionErrors(KeyValuePair<string, TemplateNode> block)
    {
        if (!PolicyCondition.IsOperator(block.Key))
        {
            yield return DefinitionErrors.Create(nameof(Messages.InvalidConditionOperator), block.Key, block.Key, PolicyCondition.NearestOperator(block.Key));
        }

        foreach (var (key, _) in (block.Value as TemplateMapping ?? []).Where(entry => !entry.Key.Contains(':', StringComparison.Ordinal)))
        {
            yield return DefinitionErrors.Create(nameof(Messages.InvalidConditionKey), key, key);
        }
    }
}
