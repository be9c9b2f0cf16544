using System.Collections;
using System.Globalization;

namespace AwsServiceClients.Protocol;

/// <summary>Values of the models as fields of a form.</summary>
internal static class QueryValues
{
    public static void Write(IDictionary<string, string> form, object structure) => WriteStructure(form, "", structure);

    private static void WriteStructure(IDictionary<string, string> form, string prefix, object structure)
    {
        foreach (var member in Shape.Of(structure.GetType()).Members)
        {
            if (member.Get(structure) is { } value)
            {
                Write(form, prefix + member.Name, value, member.Shape);
            }
        }
    }

    private static void Write(IDictionary<string, string> form, string name, object value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                WriteStructure(form, $"{name}.", value);
                break;
            case ShapeKind.List:
                WriteList(form, name, (IList)value, shape.Element!);
                break;
            default:
                form[name] = TextOf(value);
                break;
        }
    }

    private static void WriteList(IDictionary<string, string> form, string name, IList list, Shape element)
    {
        if (list.Count == 0)
        {
            // Without an entry an empty list would be one that was left out.
            form[name] = "";
        }

        for (var index = 0; index < list.Count; index++)
        {
            Write(form, $"{name}.member.{index + 1}", list[index]!, element);
        }
    }

    private static string TextOf(object value) =>
        value switch
        {
            bool flag => flag ? "true" : "false",
            int number => number.ToString(CultureInfo.InvariantCulture),
            DateTime time => WireTime.Write(time),
            _ => value.ToString()!,
        };
}
