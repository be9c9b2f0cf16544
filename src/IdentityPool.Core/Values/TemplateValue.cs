using System.Diagnostics.CodeAnalysis;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>
/// Text, or a CloudFormation intrinsic function that gives text when the template is deployed: <c>Ref</c>, <c>Fn::GetAtt</c>, <c>Fn::ImportValue</c>,
/// <c>Fn::Sub</c>, <c>Fn::Join</c>, <c>Fn::Select</c> (with <c>Fn::Split</c> as its list). In PowerShell a function is written as a hashtable:
/// <c>@{ 'Fn::ImportValue' = 'UserPoolId' }</c>.
/// </summary>
public sealed class TemplateValue : IEquatable<TemplateValue>, IEquatable<string>, IComparable<TemplateValue>, IComparable
{
    private TemplateValue(TemplateNode node) => Node = node;

    internal TemplateNode Node { get; }

    /// <summary>Whether the text is known now.</summary>
    public bool IsLiteral => Node is TemplateScalar;

    /// <summary>The text, or null for a function.</summary>
    public string? Literal => (Node as TemplateScalar)?.Text;

    /// <summary>The text as a string, or the function as a dictionary: what scripts read.</summary>
    internal object Plain => PlainValues.Plain(Node);

    /// <summary>Text as a value.</summary>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator TemplateValue?(string? text) => text is null ? null : FromString(text);

    /// <summary>Text as a value.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value.</returns>
    public static TemplateValue FromString(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new(text);
    }

    /// <summary>A value of a plain object: text, a number, a truth value, or a dictionary that holds one intrinsic function.</summary>
    /// <param name="value">The object.</param>
    /// <returns>The value.</returns>
    /// <exception cref="DefinitionException">The object is none of these, or the function is malformed.</exception>
    public static TemplateValue FromObject(object? value) => value as TemplateValue ?? FromNode(TemplateObject.ToNode(value));

    /// <summary>A value of a template's node.</summary>
    /// <param name="node">A scalar or an intrinsic function.</param>
    /// <returns>The value.</returns>
    /// <exception cref="DefinitionException">The node is neither, or the function is malformed.</exception>
    public static TemplateValue FromNode(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Kind: TemplateScalarKind.Text } => new(node),
            TemplateScalar { Kind: not TemplateScalarKind.Null } scalar => new(scalar.Text),
            TemplateMapping call => new(Intrinsic.Canonical(call)),
            _ => throw DefinitionErrors.Create(nameof(Messages.ValueNotText), node, node),
        };

    /// <summary>Whether a template's node is text, or a function that gives text.</summary>
    internal static bool IsValue(TemplateNode node)
    {
        try
        {
            FromNode(node);
            return true;
        }
        catch (DefinitionException)
        {
            return false;
        }
    }

    /// <summary>Whether both are the same text or the same function.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(TemplateValue? other) => other is not null && Node.Equals(other.Node);

    /// <summary>Whether this is just that text.</summary>
    /// <param name="other">The text.</param>
    /// <returns>True when equal.</returns>
    public bool Equals(string? other) => other is not null && other == Literal;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is string text ? Equals(text) : Equals(obj as TemplateValue);

    /// <inheritdoc/>
    public override int GetHashCode() => Literal?.GetHashCode(StringComparison.Ordinal) ?? Node.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(TemplateValue? other) => string.CompareOrdinal(ToString(), other?.ToString());

    /// <inheritdoc/>
    public int CompareTo(object? obj) => string.CompareOrdinal(ToString(), obj?.ToString());

    /// <summary>The text, or the function as JSON.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Literal ?? Node.ToString();

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(TemplateValue? left, TemplateValue? right) => Equals(left, right);

    /// <summary>Whether both differ.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(TemplateValue? left, TemplateValue? right) => !Equals(left, right);

    /// <summary>Whether one comes before the other in ordinal order.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator <(TemplateValue? left, TemplateValue? right) => Comparer<TemplateValue>.Default.Compare(left, right) < 0;

    /// <summary>Whether one comes before the other or is equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator <=(TemplateValue? left, TemplateValue? right) => Comparer<TemplateValue>.Default.Compare(left, right) <= 0;

    /// <summary>Whether one comes after the other in ordinal order.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator >(TemplateValue? left, TemplateValue? right) => Comparer<TemplateValue>.Default.Compare(left, right) > 0;

    /// <summary>Whether one comes after the other or is equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    public static bool operator >=(TemplateValue? left, TemplateValue? right) => Comparer<TemplateValue>.Default.Compare(left, right) >= 0;
}
