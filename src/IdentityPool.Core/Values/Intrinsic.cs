using System.Text.RegularExpressions;
using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>The intrinsic functions that may stand where CloudFormation takes text, in one canonical form each.</summary>
internal static partial class Intrinsic
{
    public const string Ref = "Ref";
    public const string GetAtt = "Fn::GetAtt";
    public const string ImportValue = "Fn::ImportValue";
    public const string Sub = "Fn::Sub";
    public const string Join = "Fn::Join";
    public const string Select = "Fn::Select";
    public const string Split = "Fn::Split";

    public const string If = "Fn::If";

    private static readonly TemplateMapping NoValue = RefTo("AWS::NoValue");

    public static readonly string[] Names = [Ref, GetAtt, ImportValue, Sub, Join, Select, Split];

    /// <summary>Whether a map is written like a function call, known or not.</summary>
    public static bool IsCall(TemplateNode node) => node is TemplateMapping { Count: 1 } map && IsFunction(map.First().Key);

    /// <summary>Whether a key is the name of a function, known or not.</summary>
    public static bool IsFunction(string key) => key == Ref || key.StartsWith("Fn::", StringComparison.Ordinal);

    /// <summary>The argument of a call of this function, or null when the node is something else.</summary>
    public static TemplateNode? Argument(TemplateNode? node, string function) => node is TemplateMapping { Count: 1 } map ? map[function] : null;

    /// <summary>The name that a <c>Ref</c> refers to, or null.</summary>
    public static string? RefName(TemplateNode? node) => (Argument(node, Ref) as TemplateScalar)?.Text;

    /// <summary>Whether a node stands for nothing: CloudFormation takes it away.</summary>
    public static bool IsNoValue(TemplateNode? node) => RefName(node) == "AWS::NoValue";

    /// <summary>What decides which value a function gives, by name: its condition, its parameter, else the function itself.</summary>
    public static string DeciderOf(TemplateNode call) =>
        (Argument(call, If) is TemplateSequence { Items: [TemplateScalar condition, ..] } ? condition.Text : RefName(call))
        ?? ((TemplateMapping)call).First().Key.Replace("Fn::", "", StringComparison.Ordinal);

    /// <summary>The resource and attribute that a canonical <c>Fn::GetAtt</c> refers to, or null.</summary>
    public static (string Resource, string Attribute)? Attribute(TemplateNode? node) =>
        Argument(node, GetAtt) is TemplateSequence { Items: [TemplateScalar resource, TemplateScalar attribute] } ? (resource.Text, attribute.Text) : null;

    /// <summary>The condition of a <c>Fn::If</c> and its two values; null when the node is something else.</summary>
    public static (string Condition, TemplateNode WhenTrue, TemplateNode WhenFalse)? Branches(TemplateNode? node) =>
        Argument(node, If) is TemplateSequence { Items: [TemplateScalar condition, var value, var other] } ? (condition.Text, value, other) : null;

    public static TemplateMapping IfOf(string condition, TemplateNode whenTrue, TemplateNode whenFalse) =>
        TemplateMapping.Single(If, TemplateSequence.Single(condition, whenTrue, whenFalse));

    /// <summary>A part that is there only if a condition turns out so.</summary>
    public static TemplateMapping When(string condition, bool isTrue, TemplateNode part) =>
        isTrue ? IfOf(condition, part, NoValue) : IfOf(condition, NoValue, part);

    /// <summary>The node, or the value that it has whatever its conditions are.</summary>
    public static TemplateNode Settled(TemplateNode node) =>
        Branches(node) is var (_, one, other) && Settled(one) is var value && value.Equals(Settled(other)) ? value : node;

    /// <summary>Whether a function is called anywhere in a part.</summary>
    public static bool HasCall(TemplateNode node) =>
        IsCall(node)
        || (node is TemplateSequence sequence && sequence.Any(HasCall))
        || (node is TemplateMapping mapping && mapping.Any(entry => HasCall(entry.Value)));

    public static TemplateMapping RefTo(string name) => TemplateMapping.Single(Ref, name);

    public static TemplateMapping AttributeOf(string resource, string attribute) =>
        TemplateMapping.Single(GetAtt, TemplateSequence.Single(resource, attribute));

    public static TemplateMapping JoinOf(params TemplateNode[] parts) => TemplateMapping.Single(Join, TemplateSequence.Single("", new TemplateSequence(parts)));

    public static TemplateMapping SelectOf(int index, TemplateNode list) => TemplateMapping.Single(Select, TemplateSequence.Single(index, list));

    public static TemplateMapping SplitOf(string delimiter, TemplateNode source) => TemplateMapping.Single(Split, TemplateSequence.Single(delimiter, source));

    /// <summary>A part of a template that is kept as it is, with the one function that has two notations written in one of them.</summary>
    public static TemplateNode Uniform(TemplateNode node) =>
        Argument(node, GetAtt) is TemplateScalar { Text: var text } && text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot
            ? AttributeOf(text[..dot], text[(dot + 1)..])
        : node is TemplateSequence sequence && !sequence.Items.All(IsUniform) ? new TemplateSequence(sequence.Select(Uniform))
        : node is TemplateMapping mapping && !IsUniform(mapping)
            ? new TemplateMapping(mapping.Select(entry => KeyValuePair.Create(entry.Key, Uniform(entry.Value))))
        : node;

    /// <summary>Whether <see cref="Uniform"/> gives the node itself.</summary>
    private static bool IsUniform(TemplateNode node)
    {
        switch (node)
        {
            case TemplateSequence sequence:
                return sequence.Items.All(IsUniform);
            case TemplateMapping mapping:
                if (Argument(mapping, GetAtt) is TemplateScalar)
                {
                    return false;
                }

                foreach (var (_, value) in mapping)
                {
                    if (!IsUniform(value))
                    {
                        return false;
                    }
                }

                return true;
            default:
                return true;
        }
    }

    /// <summary>The call in canonical form, its nested calls too.</summary>
    /// <exception cref="DefinitionException">The call is not one that CloudFormation would take here.</exception>
    public static TemplateMapping Canonical(TemplateMapping call)
    {
        if (call.Count != 1)
        {
            throw Malformed(call, MessageText.Format(nameof(Messages.IntrinsicOneKey), string.Join(", ", call.Select(entry => entry.Key))));
        }

        var (function, argument) = call.First();
        return function switch
        {
            Ref => RefTo(CanonicalRef(call, argument)),
            GetAtt => CanonicalGetAtt(call, argument),
            ImportValue => TemplateMapping.Single(ImportValue, Text(call, argument)),
            Sub => CanonicalSub(call, argument),
            Join => argument is TemplateSequence { Items: [TemplateScalar { Kind: TemplateScalarKind.Text } delimiter, var values] }
                ? TemplateMapping.Single(Join, TemplateSequence.Single(delimiter, List(call, values)))
                : throw Malformed(call, Messages.IntrinsicJoinShape),
            Select => CanonicalSelect(call, argument),
            Split => throw Malformed(call, Messages.IntrinsicSplitIsList),
            _ => throw Malformed(call, MessageText.Format(nameof(Messages.IntrinsicUnknown), function, string.Join(", ", Names))),
        };
    }

    private static string CanonicalRef(TemplateMapping call, TemplateNode argument) =>
        argument is TemplateScalar { Text: var name } && RefPattern().IsMatch(name) ? name : throw Malformed(call, Messages.IntrinsicRefShape);

    private static TemplateMapping CanonicalGetAtt(TemplateMapping call, TemplateNode argument)
    {
        var (resource, attribute) = argument switch
        {
            TemplateSequence { Items: [TemplateScalar first, TemplateScalar second] } => (first.Text, second.Text),
            TemplateScalar { Text: var text } when text.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot => (text[..dot], text[(dot + 1)..]),
            _ => ("", ""),
        };
        return LogicalIdPattern().IsMatch(resource) && AttributePattern().IsMatch(attribute)
            ? AttributeOf(resource, attribute)
            : throw Malformed(call, Messages.IntrinsicGetAttShape);
    }

    private static TemplateMapping CanonicalSub(TemplateMapping call, TemplateNode argument)
    {
        var (text, variables) = argument switch
        {
            TemplateScalar { Kind: TemplateScalarKind.Text, Text: var plain } => (plain, null),
            TemplateSequence { Items: [TemplateScalar { Kind: TemplateScalarKind.Text, Text: var plain }, TemplateMapping map] } => (plain, map),
            _ => throw Malformed(call, Messages.IntrinsicSubShape),
        };
        text = SubText.Canonical(text, call);
        var sorted = variables is null ? null : TemplateMapping.Sorted(variables, value => Text(call, value));
        return TemplateMapping.Single(Sub, sorted is null ? text : TemplateSequence.Single(text, sorted));
    }

    private static TemplateMapping CanonicalSelect(TemplateMapping call, TemplateNode argument)
    {
        if (
            argument is TemplateSequence { Items: [TemplateScalar { Text: var digits }, var list] }
            && digits.Length is > 0 and < 6
            && digits.All(char.IsAsciiDigit)
        )
        {
            return SelectOf(int.Parse(digits, System.Globalization.CultureInfo.InvariantCulture), List(call, list));
        }

        throw Malformed(call, Messages.IntrinsicSelectShape);
    }

    /// <summary>A list of text, or a call that gives one.</summary>
    private static TemplateNode List(TemplateMapping call, TemplateNode node) =>
        node switch
        {
            TemplateSequence { Items.Count: > 0 } list => new TemplateSequence(list.Select(item => Text(call, item))),
            _ when Argument(node, Split)
                    is TemplateSequence { Items: [TemplateScalar { Kind: TemplateScalarKind.Text, Text.Length: > 0 } delimiter, var source] } => SplitOf(
                delimiter.Text,
                Text(call, source)
            ),
            _ when Argument(node, Ref) is { } name => RefTo(CanonicalRef(call, name)),
            _ when Argument(node, GetAtt) is { } attribute => CanonicalGetAtt(call, attribute),
            _ => throw Malformed(call, Messages.IntrinsicListExpected),
        };

    private static TemplateNode Text(TemplateMapping call, TemplateNode node) =>
        node switch
        {
            TemplateScalar { Kind: not TemplateScalarKind.Null } scalar => scalar.Text,
            TemplateMapping nested => Canonical(nested),
            _ => throw Malformed(call, Messages.IntrinsicTextExpected),
        };

    public static DefinitionException Malformed(TemplateNode call, string reason) =>
        DefinitionErrors.Create(nameof(Messages.IntrinsicMalformed), call, call, reason);

    [GeneratedRegex(@"\A(AWS::)?[A-Za-z0-9]{1,255}\z")]
    private static partial Regex RefPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9]{1,255}\z")]
    private static partial Regex LogicalIdPattern();

    [GeneratedRegex(@"\A[A-Za-z0-9_.:-]{1,255}\z")]
    private static partial Regex AttributePattern();
}
