using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Whether the conditions of a template hold, each worked out once; null where that is not known before deployment.</summary>
/// <param name="conditions">The section.</param>
/// <param name="evaluate">Evaluates a value that conditions compare.</param>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html</remarks>
internal sealed class ConditionValues(TemplateMapping conditions, Func<TemplateNode, TemplateNode?> evaluate)
{
    private readonly Dictionary<string, bool?> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SortedSet<string>> missing = new(StringComparer.Ordinal);
    private readonly Stack<SortedSet<string>> open = new();

    /// <summary>The parameters without a value on which a condition depends that was looked for.</summary>
    public IReadOnlyCollection<string> MissingOf(string name) => missing[name];

    /// <summary>Says that the condition which is worked out depends on a parameter without a value.</summary>
    public void NoteMissing(string parameter) => open.Peek().Add(parameter);

    /// <exception cref="DefinitionException">There is no such condition, it needs itself, or is none.</exception>
    public bool? Find(string name)
    {
        if (!known.ContainsKey(name))
        {
            WorkOut(name);
        }

        if (open.TryPeek(out var outer))
        {
            outer.UnionWith(missing[name]);
        }

        return known[name];
    }

    /// <summary>Works out first what a condition needs, one after the other: thousands that need each other in a row would not fit within each other.</summary>
    private void WorkOut(string name)
    {
        CheckIsNew(name);
        var left = new Stack<string>([name]);
        while (left.TryPeek(out var current))
        {
            if (!known.ContainsKey(current) && begun.Add(current))
            {
                foreach (var needed in Needed(Written(current)).Where(needed => !known.ContainsKey(needed)).Reverse())
                {
                    CheckIsNew(needed);
                    left.Push(needed);
                }

                continue;
            }

            if (!known.ContainsKey(current))
            {
                open.Push(new(StringComparer.Ordinal));
                known.Add(current, Evaluate(Written(current), current));
                missing.Add(current, open.Pop());
            }

            left.Pop();
        }
    }

    private void CheckIsNew(string name)
    {
        if (begun.Contains(name))
        {
            throw DefinitionErrors.Create(nameof(Messages.ConditionCycle), name, name);
        }
    }

    private TemplateNode Written(string name) =>
        conditions[name]
        ?? throw DefinitionErrors.Create(
            nameof(Messages.ConditionUnknown),
            name,
            name,
            string.Join(", ", conditions.Select(entry => entry.Key).DefaultIfEmpty(Messages.None))
        );

    /// <summary>The conditions that a part of a condition names.</summary>
    private static IEnumerable<string> Needed(TemplateNode node) =>
        node is not TemplateMapping { Count: 1 } call ? []
        : Intrinsic.Argument(call, "Condition") is TemplateScalar { Text: var name } ? [name]
        : (Intrinsic.Argument(call, "Fn::Not") ?? Intrinsic.Argument(call, "Fn::And") ?? Intrinsic.Argument(call, "Fn::Or")) is TemplateSequence parts
            ? parts.SelectMany(Needed)
        : [];

    private bool? Evaluate(TemplateNode node, string name) =>
        node switch
        {
            TemplateMapping { Count: 1 } call when call.First() is var (function, argument) => Call(function, argument, name),
            TemplateScalar { Text: "true" or "True" or "TRUE" } => true,
            TemplateScalar { Text: "false" or "False" or "FALSE" } => false,
            _ => throw Malformed(node, name),
        };

    private bool? Call(string function, TemplateNode argument, string name) =>
        (function, argument) switch
        {
            ("Condition", TemplateScalar { Text: var other }) => Find(other),
            ("Fn::Not", TemplateSequence { Items: [var only] }) => !Evaluate(only, name),
            ("Fn::And", TemplateSequence { Items.Count: > 0 } all) => Combined(all, name, decides: false),
            ("Fn::Or", TemplateSequence { Items.Count: > 0 } any) => Combined(any, name, decides: true),
            ("Fn::Equals", TemplateSequence { Items: [var one, var other] }) => AreEqual(evaluate(one), evaluate(other)),
            _ => throw Malformed(TemplateMapping.Single(function, argument), name),
        };

    /// <summary>One part that decides is enough, whatever is not known of the others.</summary>
    private bool? Combined(TemplateSequence parts, string name, bool decides)
    {
        var values = parts.Select(part => Evaluate(part, name)).ToList();
        return values.Contains(decides) ? decides
            : values.Contains(null) ? null
            : !decides;
    }

    private static bool? AreEqual(TemplateNode? one, TemplateNode? other) =>
        one is null || other is null ? one is null && other is null
        : IsKnown(one) && IsKnown(other) ? AsText(one).Equals(AsText(other))
        : one.Equals(other) ? true
        : null;

    private static bool IsKnown(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Text: var text } => !TemplateEvaluator.IsDynamicReference(text),
            TemplateSequence sequence => sequence.All(IsKnown),
            TemplateMapping mapping => !Intrinsic.IsCall(mapping) && mapping.All(entry => IsKnown(entry.Value)),
            _ => false,
        };

    /// <summary>CloudFormation compares text: the number 1 and the text are the same.</summary>
    private static TemplateNode AsText(TemplateNode node) =>
        node switch
        {
            TemplateScalar scalar => scalar.Text,
            TemplateSequence sequence => new TemplateSequence(sequence.Select(AsText)),
            _ => node,
        };

    private static DefinitionException Malformed(TemplateNode node, string name) =>
        DefinitionErrors.Create(nameof(Messages.ConditionMalformed), name, name, node);
}
