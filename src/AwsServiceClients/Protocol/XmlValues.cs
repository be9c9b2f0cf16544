using System.Collections;
using System.Globalization;
using System.Xml.Linq;

namespace AwsServiceClients.Protocol;

/// <summary>Values of the models as XML.</summary>
internal static class XmlValues
{
    /// <exception cref="FormatException">A value is not of the member's type.</exception>
    public static void Fill(object structure, StructureShape shape, XElement element)
    {
        var values = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var child in element.Elements())
        {
            values[child.Name.LocalName] = child;
        }

        for (var index = 0; index < shape.Members.Count; index++)
        {
            var member = shape.Members[index];
            // A list without an item is not a list, as with the official packages.
            if (values.TryGetValue(member.Name, out var value) && (member.Shape.Kind != ShapeKind.List || value.HasElements))
            {
                shape.Set(structure, index, Read(member.Shape, value));
            }
        }
    }

    private static object Read(Shape shape, XElement element) =>
        shape.Kind switch
        {
            ShapeKind.Text => element.Value,
            ShapeKind.Constant => shape.Find(element.Value),
            ShapeKind.Boolean => bool.Parse(element.Value),
            ShapeKind.Integer => IntegerOf(element.Value),
            ShapeKind.Time => WireTime.Parse(element.Value),
            ShapeKind.List => ReadList(shape, element),
            ShapeKind.Structure => ReadStructure((StructureShape)shape, element),
            _ => throw new FormatException($"{shape.Kind} does not occur in this protocol."),
        };

    private static int IntegerOf(string text) =>
        int.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : throw new FormatException($"'{text}' is no whole number.");

    private static object ReadStructure(StructureShape shape, XElement element)
    {
        var structure = shape.Create();
        Fill(structure, shape, element);
        return structure;
    }

    private static IList ReadList(Shape shape, XElement element)
    {
        var list = (IList)shape.Create();
        foreach (var item in element.Elements())
        {
            list.Add(Read(shape.Element!, item));
        }

        return list;
    }
}
