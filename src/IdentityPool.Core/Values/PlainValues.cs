using System.Globalization;
using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>Values as scripts read them: text is a string, a function a dictionary.</summary>
internal static class PlainValues
{
    public static ValueList<object> Plain(this ValueList<TemplateValue> values) => values.Select(value => value.Plain).ToValueList();

    public static ValueMap<object> Plain(this ValueMap<TemplateValue> values) =>
        ValueMap<object>.Create(values.Select(entry => KeyValuePair.Create(entry.Key, entry.Value.Plain)));

    public static object Plain(TemplateNode node) =>
        node switch
        {
            TemplateScalar { Kind: TemplateScalarKind.Boolean } scalar => scalar == TemplateScalar.True,
            TemplateScalar { Kind: TemplateScalarKind.Number } scalar when int.TryParse(scalar.Text, CultureInfo.InvariantCulture, out var number) => number,
            TemplateScalar scalar => scalar.Text,
            TemplateSequence list => list.Select(Plain).ToValueList(),
            TemplateMapping call => new FunctionDictionary(call),
            _ => throw new ArgumentOutOfRangeException(nameof(node)),
        };
}
