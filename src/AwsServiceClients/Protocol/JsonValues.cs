using System.Collections;
using System.Text.Json;
using Amazon.Runtime;

namespace AwsServiceClients.Protocol;

/// <summary>Values of the models as JSON.</summary>
internal static class JsonValues
{
    public static byte[] Write(object structure, StructureShape shape)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            WriteStructure(writer, structure, shape);
        }

        return buffer.ToArray();
    }

    /// <exception cref="FormatException">A value is not of the member's type.</exception>
    public static void Fill(object structure, StructureShape shape, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw new FormatException($"A structure was expected, not {element.ValueKind}.");
        }

        for (var index = 0; index < shape.Members.Count; index++)
        {
            if (element.TryGetProperty(shape.Members[index].Name, out var value))
            {
                shape.Set(structure, index, Read(shape.Members[index].Shape, value));
            }
        }
    }

    private static void Write(Utf8JsonWriter writer, object? value, Shape shape)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(text);
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case DateTime time:
                writer.WriteNumberValue((decimal)(time.ToUniversalTime() - DateTime.UnixEpoch).Ticks / TimeSpan.TicksPerSecond);
                break;
            case ConstantClass constant:
                writer.WriteStringValue(constant.Value);
                break;
            case IDictionary map:
                WriteMap(writer, map, shape.Element!);
                break;
            case IList list:
                WriteList(writer, list, shape.Element!);
                break;
            default:
                WriteStructure(writer, value, (StructureShape)shape);
                break;
        }
    }

    private static void WriteStructure(Utf8JsonWriter writer, object structure, StructureShape shape)
    {
        writer.WriteStartObject();
        for (var index = 0; index < shape.Members.Count; index++)
        {
            if (shape.Get(structure, index) is { } value)
            {
                writer.WritePropertyName(shape.Members[index].Name);
                Write(writer, value, shape.Members[index].Shape);
            }
        }

        writer.WriteEndObject();
    }

    private static void WriteMap(Utf8JsonWriter writer, IDictionary map, Shape element)
    {
        writer.WriteStartObject();
        foreach (DictionaryEntry entry in map)
        {
            writer.WritePropertyName((string)entry.Key);
            Write(writer, entry.Value, element);
        }

        writer.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter writer, IList list, Shape element)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item, element);
        }

        writer.WriteEndArray();
    }

    private static object? Read(Shape shape, JsonElement element) =>
        (shape.Kind, element.ValueKind) switch
        {
            (_, JsonValueKind.Null) => null,
            (ShapeKind.Text, JsonValueKind.String) => element.GetString(),
            (ShapeKind.Constant, JsonValueKind.String) => shape.Find(element.GetString()!),
            (ShapeKind.Boolean, JsonValueKind.True or JsonValueKind.False) => element.GetBoolean(),
            (ShapeKind.Integer, JsonValueKind.Number) => element.GetInt32(),
            (ShapeKind.Time, JsonValueKind.Number) => WireTime.OfEpoch(element.GetDecimal()),
            (ShapeKind.Time, JsonValueKind.String) => WireTime.Parse(element.GetString()!),
            (ShapeKind.List, JsonValueKind.Array) => ReadList(shape, element),
            (ShapeKind.Map, JsonValueKind.Object) => ReadMap(shape, element),
            (ShapeKind.Structure, JsonValueKind.Object) => ReadStructure((StructureShape)shape, element),
            _ => throw new FormatException($"{shape.Kind} was expected, not {element.ValueKind}."),
        };

    private static object ReadStructure(StructureShape shape, JsonElement element)
    {
        var structure = shape.Create();
        Fill(structure, shape, element);
        return structure;
    }

    private static IList ReadList(Shape shape, JsonElement element)
    {
        var list = (IList)shape.Create();
        foreach (var item in element.EnumerateArray())
        {
            list.Add(Read(shape.Element!, item) ?? throw new FormatException("A list holds null."));
        }

        return list;
    }

    private static IDictionary ReadMap(Shape shape, JsonElement element)
    {
        var map = (IDictionary)shape.Create();
        foreach (var entry in element.EnumerateObject())
        {
            map[entry.Name] = Read(shape.Element!, entry.Value) ?? throw new FormatException("A map holds null.");
        }

        return map;
    }
}
