using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>What a part of a template may come to: once for each way in which the conditions of its <c>Fn::If</c> can turn out together.</summary>
internal static class Outcomes
{
    /// <summary>More than these are not looked through: the part is unknown then.</summary>
    private const int Most = 16;

    /// <summary>The different outcomes, none of which holds a <c>Fn::If</c> with a condition by name; null where they are too many.</summary>
    public static IReadOnlyList<TemplateNode>? Of(TemplateNode node)
    {
        var found = new List<TemplateNode>();
        return Collect(node, found) ? [.. found.Distinct()] : null;
    }

    /// <summary>The conditions on which a part depends, by name; empty for one that is the same whatever they are.</summary>
    public static IReadOnlyList<string> ConditionsOf(TemplateNode node)
    {
        var names = new List<string>();
        CollectConditions(node, names);
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    private static bool Collect(TemplateNode node, List<TemplateNode> found)
    {
        if (FirstCondition(node) is { } condition)
        {
            return Collect(Assuming(node, condition, isTrue: true), found) && Collect(Assuming(node, condition, isTrue: false), found);
        }

        found.Add(node);
        return found.Count <= Most;
    }

    private static string? FirstCondition(TemplateNode node) =>
        Intrinsic.Branches(node) is { } branches ? branches.Condition
        : node is TemplateSequence sequence ? sequence.Select(FirstCondition).FirstOrDefault(name => name is not null)
        : node is TemplateMapping mapping ? mapping.Select(entry => FirstCondition(entry.Value)).FirstOrDefault(name => name is not null)
        : null;

    private static void CollectConditions(TemplateNode node, List<string> names)
    {
        switch (node)
        {
            case var _ when Intrinsic.Branches(node) is { } branches:
                names.Add(branches.Condition);
                CollectConditions(branches.WhenTrue, names);
                CollectConditions(branches.WhenFalse, names);
                break;
            case TemplateSequence sequence:
                foreach (var item in sequence)
                {
                    CollectConditions(item, names);
                }

                break;
            case TemplateMapping mapping:
                foreach (var (_, value) in mapping)
                {
                    CollectConditions(value, names);
                }

                break;
        }
    }

    /// <summary>The part with a condition decided, and without what CloudFormation takes away then.</summary>
    private static TemplateNode Assuming(TemplateNode node, string condition, bool isTrue)
    {
        if (Intrinsic.Branches(node) is { } branches)
        {
            return branches.Condition != condition
                ? Intrinsic.IfOf(branches.Condition, Decided(branches.WhenTrue), Decided(branches.WhenFalse))
                : Decided(isTrue ? branches.WhenTrue : branches.WhenFalse);
        }

        return node is TemplateSequence sequence ? new TemplateSequence(sequence.Select(Decided).Where(item => !Intrinsic.IsNoValue(item)))
            : node is TemplateMapping mapping
                ? new TemplateMapping(
                    mapping.Select(entry => KeyValuePair.Create(entry.Key, Decided(entry.Value))).Where(entry => !Intrinsic.IsNoValue(entry.Value))
                )
            : node;

        TemplateNode Decided(TemplateNode part) => Assuming(part, condition, isTrue);
    }
}
