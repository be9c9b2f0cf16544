using System.Diagnostics.CodeAnalysis;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>A part of a CloudFormation template, whatever text it is written in. An intrinsic function is a mapping with the one key that names it.</summary>
public abstract record TemplateNode
{
    private protected TemplateNode() { }

    /// <summary>Text as a node.</summary>
    /// <param name="text">The text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator TemplateNode?(string? text) => text is null ? null : FromString(text);

    /// <summary>A truth value as a node.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator TemplateNode(bool value) => FromBoolean(value);

    /// <summary>A whole number as a node.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator TemplateNode(int value) => TemplateScalar.Number(value);

    /// <summary>Text as a node.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The node.</returns>
    public static TemplateNode FromString(string text) => new TemplateScalar(TemplateScalarKind.Text, text);

    /// <summary>A truth value as a node.</summary>
    /// <param name="value">The truth value.</param>
    /// <returns>The node.</returns>
    public static TemplateNode FromBoolean(bool value) => value ? TemplateScalar.True : TemplateScalar.False;

    /// <summary>The node as JSON on one line.</summary>
    /// <returns>The text.</returns>
    public sealed override string ToString() => JsonTemplateText.Compact(this);
}
