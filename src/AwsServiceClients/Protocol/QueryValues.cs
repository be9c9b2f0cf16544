using System.Collections;
using System.Globalization;

namespace AwsServiceClients.Protocol;

/// <summary>Values of the models as fields of a form.</summary>
internal static class QueryValues
{
    public static void Write(IDictionary<string, string> form, object structure, StructureShape shape) => WriteStructure(form, "", structure, shape);

    private static void WriteStructure(IDictionary<string, string> form, string prefix, object structure, StructureShape shape)
    {
        for (var index = 0; index < shape.Members.Count; index++)
        {
            if (shape.Get(structure, index) is { } value)
            {
                Write(form, prefix + shape.Members[index].Name, value, shape.Members[index].Shape);
            }
        }
    }

    private static void Write(IDictionary<string, string> form, string name, object value, Shape shape)
    {
        switch (shape.Kind)
        {
            case ShapeKind.Structure:
                WriteStructure(form, $"{name}.", value, (StructureShape)shape);
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
