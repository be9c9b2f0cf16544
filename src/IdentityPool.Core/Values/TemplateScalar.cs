using System.Globalization;

namespace IdentityPools.Template;

/// <summary>What a scalar of a template is.</summary>
public enum TemplateScalarKind
{
    /// <summary>Text.</summary>
    Text,

    /// <summary>A number, kept as it was written.</summary>
    Number,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>No value.</summary>
    Null,
}

/// <summary>A single value of a template.</summary>
/// <param name="Kind">What the value is.</param>
/// <param name="Text">The value as text.</param>
public sealed record TemplateScalar(TemplateScalarKind Kind, string Text) : TemplateNode
{
    internal static readonly TemplateScalar True = new(TemplateScalarKind.Boolean, "true");
    internal static readonly TemplateScalar False = new(TemplateScalarKind.Boolean, "false");
    internal static readonly TemplateScalar Null = new(TemplateScalarKind.Null, "null");

    internal static TemplateScalar Number(IFormattable value) => new(TemplateScalarKind.Number, value.ToString(format: null, CultureInfo.InvariantCulture));
}
