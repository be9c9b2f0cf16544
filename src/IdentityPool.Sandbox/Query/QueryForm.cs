using System.Globalization;
using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Query;

/// <summary>Turns the body of a Query request into the object that it stands for: <c>Tags.member.1.Key=a</c> becomes <c>{"Tags":[{"Key":"a"}]}</c>.</summary>
internal sealed class QueryForm
{
    private readonly Dictionary<string, string> values = new(StringComparer.Ordinal);

    private QueryForm(string body)
    {
        foreach (var pair in body.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var parts = pair.Split('=', 2);
            values[Decode(parts[0])] = parts.Length > 1 ? Decode(parts[1]) : string.Empty;
        }
    }

    public static QueryForm Parse(string body) => new(body);

    /// <summary>One parameter by its full name; null where the request has none.</summary>
    public string? this[string name] => values.GetValueOrDefault(name);

    /// <summary>The members that a structure takes from the form. Parameters that it does not know are ignored, as the service does.</summary>
    public JsonObject Read(Shape structure) => Structure(structure, string.Empty);

    private JsonObject Structure(Shape structure, string prefix)
    {
        var result = new JsonObject();
        foreach (var (name, member) in structure.Members)
        {
            if (Value(member, prefix + name) is { } value)
            {
                result[name] = value;
            }
        }

        return result;
    }

    private JsonNode? Value(Shape shape, string name) =>
        shape.Kind switch
        {
            ShapeKind.Structure => HasAny(name + ".") ? Structure(shape, name + ".") : null,
            ShapeKind.List => List(shape.Item!, name),
            _ => values.TryGetValue(name, out var text) ? Scalar(shape.Kind, text) : null,
        };

    /// <summary>A list ends where its numbers do. An empty one is written as its name alone.</summary>
    private JsonArray? List(Shape item, string name)
    {
        var result = new JsonArray();
        while (Value(item, $"{name}.member.{(result.Count + 1).ToString(CultureInfo.InvariantCulture)}") is { } value)
        {
            result.Add(value);
        }

        return result.Count > 0 || values.ContainsKey(name) ? result : null;
    }

    private static JsonNode Scalar(ShapeKind kind, string text) =>
        kind switch
        {
            ShapeKind.Integer => int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : throw Malformed(),
            ShapeKind.Boolean => bool.TryParse(text, out var truth) ? truth : throw Malformed(),
            _ => text,
        };

    private bool HasAny(string prefix) => values.Keys.Any(key => key.StartsWith(prefix, StringComparison.Ordinal));

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));

    private static SandboxServiceException Malformed() => new("MalformedInput", "Invalid Argument", 400);
}
