using System.Text.Json;

namespace IdentityPools.Sandbox;

/// <summary>Reads the shapes of a model, each once.</summary>
/// <param name="shapes">The part of the model.</param>
internal sealed class ShapeReader(JsonElement shapes)
{
    private readonly Dictionary<string, Shape> read = new(StringComparer.Ordinal);

    public static string? Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString() : null;

    public Shape? Read(string? name)
    {
        if (name is null)
        {
            return null;
        }

        if (!read.TryGetValue(name, out var shape))
        {
            var element = shapes.GetProperty(name);
            read[name] = shape = Create(element);
            // Only now, because a shape may have itself inside.
            if (element.TryGetProperty("members", out var members))
            {
                shape.Members = members
                    .EnumerateObject()
                    .ToDictionary(member => member.Name, member => Read(member.Value.GetString())!, StringComparer.Ordinal);
            }

            shape.Item = Read(Text(element, "member") ?? Text(element, "value"));
            shape.Key = Read(Text(element, "key"));
        }

        return shape;
    }

    private static Shape Create(JsonElement element) =>
        new(KindOf(element.GetProperty("type").GetString()!))
        {
            Required = Texts(element, "required"),
            Min = Number(element, "min"),
            Max = Number(element, "max"),
            Pattern = Text(element, "pattern"),
            Enum = Texts(element, "enum"),
        };

    private static ShapeKind KindOf(string type) => type == "long" ? ShapeKind.Integer : Enum.Parse<ShapeKind>(type, ignoreCase: true);

    private static string[] Texts(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? [.. value.EnumerateArray().Select(item => item.GetString()!)] : [];

    private static long? Number(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
