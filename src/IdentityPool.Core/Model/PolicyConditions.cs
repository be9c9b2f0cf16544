using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

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

    private static DefinitionException Malformed(TemplateMapping condition) => Fault.Of(nameof(Messages.InvalidCondition), condition, condition);
}
