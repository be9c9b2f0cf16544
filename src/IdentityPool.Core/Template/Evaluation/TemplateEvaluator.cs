using System.Globalization;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// Puts the values of parameters, conditions and mappings into a template, as CloudFormation does when it is deployed. What is not known before stays the function
/// that it is, and is named: nothing is guessed.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html</remarks>
internal sealed class TemplateEvaluator
{
    private const string If = "Fn::If";
    private const string FindInMap = "Fn::FindInMap";
    private const string Length = "Fn::Length";
    private const string ToJsonString = "Fn::ToJsonString";

    /// <summary>The characters that functions may make: a template can double its text with each of them.</summary>
    private const long MaximumCharacters = 16L * 1024 * 1024;

    /// <summary>How many resources are followed one from the other to a name; more would not fit within each other.</summary>
    private const int MaximumSteps = 20;

    private readonly EvaluationInput input;
    private readonly TemplateMapping resources;
    private readonly TemplateMapping mappings;
    private readonly ParameterValues parameters;
    private readonly ConditionValues conditions;
    private readonly List<UnknownValue> unknown = [];
    private readonly Action? next;
    private readonly Dictionary<(string, string), TemplateNode?> properties = [];
    private readonly HashSet<(string, string)> begun = [];
    private (string Resource, string Place) at = ("", "");
    private bool isComparing;
    private int quiet;
    private int steps;
    private long characters;

    private TemplateEvaluator(TemplateMapping root, TemplateMapping resources, EvaluationInput input, Action? next)
    {
        this.input = input;
        this.next = next;
        this.resources = resources;
        mappings = root["Mappings"] as TemplateMapping ?? [];
        parameters = new(root["Parameters"] as TemplateMapping ?? [], input.Parameters);
        conditions = new(root["Conditions"] as TemplateMapping ?? [], Compared);
    }

    /// <summary>The template with the values in it.</summary>
    /// <param name="root">The tree of a template.</param>
    /// <param name="input">What is known of its deployment.</param>
    /// <param name="next">Called before each part; what it throws ends the evaluation.</param>
    /// <exception cref="DefinitionException">A value does not fit its parameter, or the template speaks of a condition or a mapping that it does not have.</exception>
    public static EvaluatedTemplate Evaluate(TemplateNode root, EvaluationInput input, Action? next = null) =>
        root is TemplateMapping template && template["Resources"] is TemplateMapping resources
            ? new TemplateEvaluator(template, resources, input, next).Evaluate(template)
            : throw DefinitionErrors.Create(nameof(Messages.NotATemplate), null);

    /// <summary>Whether text is looked up by CloudFormation when it is deployed.</summary>
    public static bool IsDynamicReference(string text) => text.Contains("{{resolve:", StringComparison.Ordinal);

    private EvaluatedTemplate Evaluate(TemplateMapping root)
    {
        var evaluated = Resources();
        var result = new TemplateMapping();
        foreach (var (section, node) in root)
        {
            result.Add(
                section,
                section switch
                {
                    "Resources" => evaluated,
                    "Outputs" when node is TemplateMapping outputs => Outputs(outputs),
                    _ => node,
                }
            );
        }

        return new(result, unknown.ToValueList(), parameters.Secrets);
    }

    private TemplateMapping Resources()
    {
        var there = new List<(string Id, TemplateNode Node)>();
        foreach (var (id, node) in resources)
        {
            next?.Invoke();
            if (node is not TemplateMapping resource || Intrinsic.IsFunction(id))
            {
                there.Add((id, node));
            }
            else if (IsThere(resource, id) is var isThere and not false)
            {
                there.Add((id, Resource(id, resource, isCertain: isThere == true)));
            }
        }

        var ids = there.Select(entry => entry.Id).ToHashSet(StringComparer.Ordinal);
        return new(there.Select(entry => KeyValuePair.Create(entry.Id, WithoutGone(entry.Node, ids))));
    }

    /// <summary>Whether a resource or an output is there; null where its condition is not known.</summary>
    private bool? IsThere(TemplateMapping part, string id)
    {
        at = (id, "Condition");
        return part["Condition"] is TemplateScalar { Text: var condition } ? Holds(condition) : true;
    }

    private TemplateMapping Resource(string id, TemplateMapping resource, bool isCertain)
    {
        var isHeld =
            resource["Type"] is TemplateScalar { Text: var type }
            && (type.StartsWith("AWS::Cognito::", StringComparison.Ordinal) || type.StartsWith("AWS::IAM::", StringComparison.Ordinal));
        var result = new TemplateMapping();
        foreach (var (name, part) in resource)
        {
            at = (id, "");
            result.Add(
                name,
                name switch
                {
                    "Condition" => isCertain ? null : part,
                    "Properties" when isHeld => Part(part, id) ?? new TemplateMapping(),
                    "DeletionPolicy" or "UpdateReplacePolicy" => Part(part, $"{id}.{name}"),
                    _ => part,
                }
            );
        }

        return result;
    }

    private TemplateMapping Outputs(TemplateMapping outputs)
    {
        var result = new TemplateMapping();
        foreach (var (id, node) in outputs)
        {
            if (node is not TemplateMapping output || Intrinsic.IsFunction(id))
            {
                result.Add(id, node);
            }
            else if (IsThere(output, id) is var isThere and not false)
            {
                quiet++;
                result.Add(
                    id,
                    new TemplateMapping(
                        output
                            .Where(part => part.Key != "Condition" || isThere is null)
                            .Select(part => KeyValuePair.Create(part.Key, part.Key == "Condition" ? part.Value : Part(part.Value, id) ?? TemplateScalar.Null))
                    )
                );
                quiet--;
            }
        }

        return result;
    }

    /// <summary>A resource does not wait for one that is not there.</summary>
    private static TemplateNode WithoutGone(TemplateNode node, HashSet<string> ids)
    {
        const string DependsOn = "DependsOn";
        if (node is not TemplateMapping resource || resource[DependsOn] is not { } depends)
        {
            return node;
        }

        var left = Nodes.Items(depends).Where(item => item is not TemplateScalar { Text: var id } || ids.Contains(id)).ToList();
        return left.Count == Nodes.Items(depends).Count()
            ? node
            : new TemplateMapping(
                resource
                    .Where(part => part.Key != DependsOn || left.Count > 0)
                    .Select(part => part.Key == DependsOn ? KeyValuePair.Create(DependsOn, (TemplateNode)new TemplateSequence(left)) : part)
            );
    }

    private TemplateNode? Part(TemplateNode node, string place)
    {
        at = (at.Resource, place);
        return Value(node);
    }

    /// <summary>A value that a condition compares: secrets count there, and what is not known is named where the condition is used.</summary>
    private TemplateNode? Compared(TemplateNode node) => Quietly(node, comparing: true);

    /// <summary>A value for something else than the place that is read: nothing is named there.</summary>
    /// <param name="node">What is evaluated.</param>
    /// <param name="comparing">Whether it is only compared, so that secrets may stand in it.</param>
    private TemplateNode? Quietly(TemplateNode node, bool comparing)
    {
        var before = isComparing;
        isComparing = comparing;
        quiet++;
        var value = Value(node);
        quiet--;
        isComparing = before;
        return value;
    }

    private bool? Holds(string condition)
    {
        var holds = conditions.Find(condition);
        if (holds is null)
        {
            Miss(condition, isMissing: false);
            foreach (var name in conditions.MissingOf(condition))
            {
                Miss(name, isMissing: true);
            }
        }

        return holds;
    }

    /// <summary>The value; null where it stands for nothing.</summary>
    private TemplateNode? Value(TemplateNode node)
    {
        next?.Invoke();
        switch (node)
        {
            case TemplateScalar:
                return Named(node);
            case TemplateSequence sequence:
                return Items(sequence);
            case TemplateMapping { Count: 1 } call when call.First() is var (function, argument) && Call(function, argument, call) is { } result:
                return result.Value;
            case TemplateMapping mapping:
                return Entries(mapping);
            default:
                return node;
        }
    }

    /// <summary>The value; what CloudFormation looks up in it is named.</summary>
    private TemplateNode Named(TemplateNode value)
    {
        if (value is TemplateScalar { Text: var text } && IsDynamicReference(text))
        {
            Miss("{{resolve:...}}", isMissing: false);
        }

        return value;
    }

    private TemplateSequence Items(TemplateSequence sequence)
    {
        var place = at;
        var items = new List<TemplateNode>(sequence.Items.Count);
        for (var index = 0; index < sequence.Items.Count; index++)
        {
            at = (place.Resource, $"{place.Place}[{index.ToString(CultureInfo.InvariantCulture)}]");
            if (Value(sequence.Items[index]) is { } item)
            {
                items.Add(item);
            }
        }

        at = place;
        return new(items);
    }

    private TemplateMapping Entries(TemplateMapping mapping)
    {
        var place = at;
        var result = new TemplateMapping();
        foreach (var (key, value) in mapping)
        {
            at = (place.Resource, place.Place.Length == 0 ? key : $"{place.Place}.{key}");
            result.Add(key, Value(value));
        }

        at = place;
        return result;
    }

    /// <summary>What a call gives; null where the map is no call of a function that is known here.</summary>
    private Result? Call(string function, TemplateNode argument, TemplateMapping call) =>
        (function, argument) switch
        {
            (Intrinsic.Ref, TemplateScalar { Text: var name }) => Reference(name),
            (Intrinsic.GetAtt, _) => new(Attribute(call)),
            (If, TemplateSequence { Items: [TemplateScalar { Text: var condition }, var value, var other] }) => Chosen(condition, value, other),
            (FindInMap, TemplateSequence { Items: [var map, var first, var second] }) => new(Mapped(map, first, second, options: null)),
            (FindInMap, TemplateSequence { Items: [var map, var first, var second, var options] }) => new(Mapped(map, first, second, options)),
            (Intrinsic.Sub, TemplateScalar { Text: var text }) => new(Substituted(text, [], call)),
            (Intrinsic.Sub, TemplateSequence { Items: [TemplateScalar { Text: var text }, TemplateMapping variables] }) => new(
                Substituted(text, variables, call)
            ),
            (Intrinsic.Join, TemplateSequence { Items: [TemplateScalar { Text: var delimiter }, var list] }) => new(Joined(delimiter, list)),
            (Intrinsic.Select, TemplateSequence { Items: [var index, var list] }) => new(Selected(index, list)),
            (Intrinsic.Split, TemplateSequence { Items: [TemplateScalar { Text: { Length: > 0 } delimiter }, var source] }) => new(Split(delimiter, source)),
            (Length, _) => new(Counted(argument)),
            (ToJsonString, _) => new(AsJson(argument)),
            _ when Intrinsic.IsFunction(function) => new(Kept(function, argument)),
            _ => null,
        };

    private Result Reference(string name)
    {
        if (name == "AWS::NoValue")
        {
            return new(null);
        }

        if (name.StartsWith("AWS::", StringComparison.Ordinal))
        {
            return new(input.PseudoParameter(name) is { } value ? value : Missed(Intrinsic.RefTo(name), name));
        }

        if (parameters.IsDeclared(name))
        {
            return new(Parameter(name));
        }

        return new(OfResource(name, attribute: null) ?? Intrinsic.RefTo(name));
    }

    private TemplateNode Parameter(string name)
    {
        if (parameters.IsSecret(name) && !isComparing)
        {
            // Twitter's secret is taken by the name of its parameter; elsewhere a secret is not put in the place of its name, where it would be shown.
            return at.Place.EndsWith(LoginProvider.UrlOf(LoginProviderName.Twitter), StringComparison.Ordinal)
                ? Intrinsic.RefTo(name)
                : Missed(Intrinsic.RefTo(name), name);
        }

        if (parameters.Find(name) is { } value)
        {
            return Named(value);
        }

        if (!parameters.AreKept && isComparing)
        {
            conditions.NoteMissing(name);
        }

        Miss(name, isMissing: !parameters.AreKept);
        return Intrinsic.RefTo(name);
    }

    private TemplateNode Attribute(TemplateMapping call)
    {
        var written = Intrinsic.Uniform(call);
        return Intrinsic.Attribute(written) is { } attribute && OfResource(attribute.Resource, attribute.Attribute) is { } known ? known : written;
    }

    private TemplateNode? OfResource(string id, string? attribute) =>
        resources[id] is TemplateMapping resource && resource["Type"] is TemplateScalar { Text: var type }
            ? KnownAttributes.Find(type, attribute, name => Property(id, resource, name), input)
            : null;

    /// <summary>A property of another resource, worked out once; one that needs itself is not known.</summary>
    private TemplateNode? Property(string id, TemplateMapping resource, string name)
    {
        if (properties.TryGetValue((id, name), out var known))
        {
            return known;
        }

        if (steps == MaximumSteps || (resource["Properties"] as TemplateMapping)?[name] is not { } written || !begun.Add((id, name)))
        {
            return null;
        }

        // It is kept for others, who may show it, also where a condition asks first.
        steps++;
        var value = Quietly(written, comparing: false);
        steps--;
        if (value is TemplateScalar { Text: var text } && IsDynamicReference(text))
        {
            value = null;
        }

        properties.Add((id, name), value);
        return value;
    }

    private Result Chosen(string condition, TemplateNode value, TemplateNode other) =>
        Holds(condition) switch
        {
            true => new(Value(value)),
            false => new(Value(other)),
            null => new(TemplateMapping.Single(If, TemplateSequence.Single(condition, Value(value) ?? Nothing, Value(other) ?? Nothing))),
        };

    private static TemplateMapping Nothing => Intrinsic.RefTo("AWS::NoValue");

    private TemplateNode Mapped(TemplateNode map, TemplateNode first, TemplateNode second, TemplateNode? options)
    {
        var keys = new[] { map, first, second }.Select(key => Value(key) ?? Nothing).ToArray();
        if (keys is not [TemplateScalar mapName, TemplateScalar firstKey, TemplateScalar secondKey])
        {
            return Missed(TemplateMapping.Single(FindInMap, new TemplateSequence(options is null ? keys : [.. keys, options])), FindInMap);
        }

        return ((mappings[mapName.Text] as TemplateMapping)?[firstKey.Text] as TemplateMapping)?[secondKey.Text] is { } found ? Named(found)
            : (options as TemplateMapping)?["DefaultValue"] is { } otherwise && Value(otherwise) is { } value ? value
            : throw DefinitionErrors.Create(nameof(Messages.MappingNotFound), at.Resource, [at.Place, .. new[] { map, first, second }.Select(Shown)]);
    }

    /// <summary>A key as an error may show it: a secret by the name of its parameter.</summary>
    private object Shown(TemplateNode key) => Quietly(key, comparing: false) is TemplateScalar { Text: var text } ? text : key;

    private TemplateNode Substituted(string text, TemplateMapping variables, TemplateMapping call)
    {
        var parts = new List<TemplateNode>();
        foreach (var (piece, isName) in SubText.Pieces(text, call))
        {
            var part =
                !isName ? SubText.Unescape(piece)
                : variables[piece] is { } variable ? Value(variable)
                : IsPolicyVariable(piece) ? $"${{{piece}}}"
                : piece.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? Attribute(Intrinsic.AttributeOf(piece[..dot], piece[(dot + 1)..]))
                : Reference(piece).Value;
            if (part is null or TemplateSequence)
            {
                return Missed(call, Intrinsic.Sub);
            }

            parts.Add(part);
        }

        return Composed(parts);
    }

    private static bool IsPolicyVariable(string name) => name.Contains(':', StringComparison.Ordinal) && !name.StartsWith("AWS::", StringComparison.Ordinal);

    private TemplateNode Joined(string delimiter, TemplateNode list)
    {
        if (Value(list) is not { } value)
        {
            return "";
        }

        if (value is not TemplateSequence items)
        {
            return TemplateMapping.Single(Intrinsic.Join, TemplateSequence.Single(delimiter, value));
        }

        return items.Any(item => item is TemplateSequence)
            ? Missed(TemplateMapping.Single(Intrinsic.Join, TemplateSequence.Single(delimiter, items)), Intrinsic.Join)
            : Composed([.. items.SelectMany((item, index) => index == 0 ? [item] : new TemplateNode[] { delimiter, item })]);
    }

    private TemplateNode Composed(List<TemplateNode> parts)
    {
        Spend(parts.Sum(part => part is TemplateScalar { Text: var text } ? text.Length : 1));
        return TextParts.Compose(parts.SelectMany(part => part is TemplateScalar { Text: var text } ? [text] : TextParts.Split(part)));
    }

    private TemplateNode? Selected(TemplateNode index, TemplateNode list)
    {
        var (number, items) = (Value(index), Value(list));
        if (
            number is TemplateScalar { Text: var digits }
            && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && items is TemplateSequence sequence
        )
        {
            return position < sequence.Items.Count
                ? sequence.Items[position]
                : throw DefinitionErrors.Create(nameof(Messages.SelectOutOfRange), at.Resource, at.Place, position, sequence.Items.Count);
        }

        return number is null || items is null ? null : TemplateMapping.Single(Intrinsic.Select, TemplateSequence.Single(number, items));
    }

    private TemplateNode? Split(string delimiter, TemplateNode source) =>
        Value(source) switch
        {
            null => null,
            TemplateScalar { Text: var text } when !IsDynamicReference(text) => new TemplateSequence(text.Split(delimiter).Select(part => (TemplateNode)part)),
            var value => Intrinsic.SplitOf(delimiter, value),
        };

    private TemplateNode Counted(TemplateNode list) =>
        Value(list) switch
        {
            TemplateSequence sequence => sequence.Items.Count,
            var value => Missed(TemplateMapping.Single(Length, value ?? Nothing), Length),
        };

    private TemplateNode AsJson(TemplateNode argument)
    {
        var value = Value(argument);
        if (value is null || !IsConcrete(value))
        {
            return Missed(TemplateMapping.Single(ToJsonString, value ?? Nothing), ToJsonString);
        }

        var text = JsonTemplateText.Compact(value);
        Spend(text.Length);
        return text;
    }

    private static bool IsConcrete(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Text: var text } => !IsDynamicReference(text),
            TemplateSequence sequence => sequence.All(IsConcrete),
            TemplateMapping mapping => !Intrinsic.IsCall(mapping) && mapping.All(entry => IsConcrete(entry.Value)),
            _ => false,
        };

    /// <summary>A function whose value only AWS can give, with what is known of its argument.</summary>
    private TemplateMapping Kept(string function, TemplateNode argument) => Missed(TemplateMapping.Single(function, Value(argument) ?? Nothing), function);

    private void Spend(long count)
    {
        characters += count;
        if (characters > MaximumCharacters)
        {
            throw DefinitionErrors.Create(nameof(Messages.EvaluationTooLarge), at.Resource, MaximumCharacters);
        }
    }

    private TemplateMapping Missed(TemplateMapping kept, string name)
    {
        Miss(name, isMissing: false);
        return kept;
    }

    private void Miss(string name, bool isMissing)
    {
        if (quiet == 0)
        {
            unknown.Add(new(at.Resource, at.Place, name, isMissing));
        }
    }

    /// <summary>What a call gives, which may be nothing.</summary>
    private readonly record struct Result(TemplateNode? Value);
}
