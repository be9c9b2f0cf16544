using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>Lists of statements.</summary>
internal static class PolicyStatements
{
    /// <summary>
    /// Both lists as one in which no two statements can be one. Merging goes on until nothing changes, so that merging again what is there gives the same list.
    /// </summary>
    public static ValueList<PolicyStatement> Merge(IEnumerable<PolicyStatement> existing, IEnumerable<PolicyStatement> added)
    {
        var result = existing.ToList();
        foreach (var statement in added)
        {
            Insert(result, statement);
        }

        return result.ToValueList();
    }

    private static void Insert(List<PolicyStatement> statements, PolicyStatement statement)
    {
        if (statements.Exists(known => known.Covers(statement)))
        {
            return;
        }

        for (var index = 0; index < statements.Count; index++)
        {
            if (statements[index].MergedWith(statement) is { } merged)
            {
                // What has grown may now fit another one.
                statements.RemoveAt(index);
                Insert(statements, merged);
                return;
            }
        }

        statements.Add(statement);
    }
}

/// <summary>What a statement is made of, before it is checked.</summary>
internal sealed record PolicyStatementParts
{
    public PolicyEffect Effect { get; init; }

    public ValueList<TemplateValue> Actions { get; init; } = [];

    public ValueList<TemplateValue> NotActions { get; init; } = [];

    public ValueList<TemplateValue> Resources { get; init; } = [];

    public ValueList<TemplateValue> NotResources { get; init; } = [];

    public TemplateMapping? Condition { get; init; }

    public string? Sid { get; init; }
}

/// <summary>The condition block of a statement: operator, key, value or values.</summary>
internal static class PolicyConditions
{
    /// <summary>The block with operators and keys sorted, so that equal conditions are written alike.</summary>
    public static TemplateMapping Canonical(TemplateMapping condition) =>
        TemplateMapping.Sorted(
            condition,
            block =>
                block is TemplateMapping keys && !Intrinsic.IsCall(keys) && keys.Count > 0
                    ? TemplateMapping.Sorted(keys, value => Values(condition, value))!
                    : throw Malformed(condition)
        )!;

    private static TemplateNode Values(TemplateMapping condition, TemplateNode value) =>
        value switch
        {
            TemplateSequence { Items: [var only] } => Single(condition, only),
            TemplateSequence { Items.Count: > 0 } list => new TemplateSequence(list.Select(item => Single(condition, item))),
            TemplateSequence => throw Malformed(condition),
            _ => Single(condition, value),
        };

    private static TemplateNode Single(TemplateMapping condition, TemplateNode value) =>
        value switch
        {
            // IAM compares text; true and "true" are the same condition.
            TemplateScalar { Kind: not TemplateScalarKind.Null } scalar => scalar.Text,
            TemplateMapping call => Intrinsic.Canonical(call),
            _ => throw Malformed(condition),
        };

    private static DefinitionException Malformed(TemplateMapping condition) => DefinitionErrors.Create(nameof(Messages.InvalidCondition), condition, condition);
}
