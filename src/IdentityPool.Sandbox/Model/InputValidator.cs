using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox;

/// <summary>Compares a request with the model, in the words of the services.</summary>
internal sealed class InputValidator
{
    private readonly List<string> faults = [];

    /// <summary>What is wrong with a request; null when nothing is.</summary>
    public static string? Check(Shape? shape, JsonObject input)
    {
        var validator = new InputValidator();
        if (shape is null)
        {
            validator.Unknown(input, string.Empty);
        }
        else
        {
            validator.Structure(shape, input, string.Empty);
        }

        var count = validator.faults.Count;
        return count == 0 ? null : $"{count} validation error{(count == 1 ? "" : "s")} detected: {string.Join("; ", validator.faults)}";
    }

    private void Structure(Shape shape, JsonObject value, string path)
    {
        // AWS names the members by their letters, in whatever order they were sent.
        foreach (var name in shape.Required.Concat(value.Select(member => member.Key)).Distinct().Order(StringComparer.OrdinalIgnoreCase))
        {
            var member = value[name];
            if (member is null && shape.Required.Contains(name))
            {
                Add(Join(path, name), "Member must not be null");
            }
            else if (!shape.Members.TryGetValue(name, out var known))
            {
                Add(Join(path, name), "Member must be known");
            }
            else if (member is not null)
            {
                Value(known, member, Join(path, name));
            }
        }
    }

    private void Unknown(JsonObject input, string path)
    {
        foreach (var (name, _) in input)
        {
            Add(Join(path, name), "Member must be known");
        }
    }

    private void Value(Shape shape, JsonNode value, string path)
    {
        switch (shape.Kind, value)
        {
            case (ShapeKind.Structure, JsonObject structure):
                Structure(shape, structure, path);
                break;
            case (ShapeKind.Map, JsonObject map):
                Count(shape, map.Count, path);
                Entries(shape, map, path);
                break;
            case (ShapeKind.List, JsonArray list):
                Count(shape, list.Count, path);
                Items(shape, list, path);
                break;
            case (ShapeKind.String, JsonValue text) when text.GetValueKind() == JsonValueKind.String:
                Constraints(shape, text.GetValue<string>()).ForEach(constraint => Add(path, constraint));
                break;
            case (ShapeKind.Integer, JsonValue number) when number.GetValueKind() == JsonValueKind.Number:
                Range(shape, number, path);
                break;
            case (ShapeKind.Boolean, JsonValue) when value.GetValueKind() is JsonValueKind.True or JsonValueKind.False:
                break;
            default:
                throw new SandboxServiceException("SerializationException", $"{TypeOf(value)} can not be converted to a {shape.Kind} at '{path}'");
        }
    }

    private void Items(Shape shape, JsonArray list, string path)
    {
        for (var index = 0; index < list.Count; index++)
        {
            var place = $"{path}.{(index + 1).ToString(CultureInfo.InvariantCulture)}.member";
            if (list[index] is JsonValue text && shape.Item!.Kind == ShapeKind.String && text.GetValueKind() == JsonValueKind.String)
            {
                if (Constraints(shape.Item, text.GetValue<string>()) is { Count: > 0 } broken)
                {
                    Add(path, $"Member must satisfy constraint: [{string.Join(", ", broken)}]");
                }
            }
            else if (list[index] is { } item)
            {
                Value(shape.Item!, item, place);
            }
            else
            {
                Add(place, "Member must not be null");
            }
        }
    }

    private void Entries(Shape shape, JsonObject map, string path)
    {
        foreach (var (key, value) in map)
        {
            if (Constraints(shape.Key!, key) is { Count: > 0 } ofKey)
            {
                Add(path, $"Map keys must satisfy constraint: [{string.Join(", ", ofKey)}]");
            }

            switch (value)
            {
                case null:
                    Add($"{path}.{key}.member", "Member must not be null");
                    break;
                case JsonValue text when shape.Item!.Kind == ShapeKind.String && text.GetValueKind() == JsonValueKind.String:
                    if (Constraints(shape.Item, text.GetValue<string>()) is { Count: > 0 } ofValue)
                    {
                        Add(path, $"Map value must satisfy constraint: [{string.Join(", ", ofValue)}]");
                    }

                    break;
                default:
                    Value(shape.Item!, value, $"{path}.{key}.member");
                    break;
            }
        }
    }

    private static List<string> Constraints(Shape shape, string text)
    {
        var broken = new List<string>();
        if (shape.Enum.Count > 0 && !shape.Enum.Contains(text))
        {
            broken.Add($"Member must satisfy enum value set: [{string.Join(", ", shape.Enum)}]");
        }

        Length(shape, text.Length, broken);
        if (!shape.Fits(text))
        {
            broken.Add($"Member must satisfy regular expression pattern: {shape.Pattern}");
        }

        return broken;
    }

    private static void Length(Shape shape, int length, List<string> broken)
    {
        if (length < shape.Min)
        {
            broken.Add($"Member must have length greater than or equal to {shape.Min}");
        }

        if (length > shape.Max)
        {
            broken.Add($"Member must have length less than or equal to {shape.Max}");
        }
    }

    private void Count(Shape shape, int count, string path)
    {
        var broken = new List<string>();
        Length(shape, count, broken);
        broken.ForEach(constraint => Add(path, constraint));
    }

    private void Range(Shape shape, JsonValue value, string path)
    {
        if (!value.TryGetValue<long>(out var number) && !long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out number))
        {
            throw new SandboxServiceException("SerializationException", $"DECIMAL_VALUE can not be converted to an Integer at '{path}'");
        }

        if (number < shape.Min)
        {
            Add(path, $"Member must have value greater than or equal to {shape.Min}");
        }

        if (number > shape.Max)
        {
            Add(path, $"Member must have value less than or equal to {shape.Max}");
        }
    }

    private void Add(string path, string constraint) => faults.Add($"Value at '{path}' failed to satisfy constraint: {constraint}");

    private static string Join(string path, string name) =>
        path.Length == 0 ? char.ToLowerInvariant(name[0]) + name[1..] : $"{path}.{char.ToLowerInvariant(name[0])}{name[1..]}";

    private static string TypeOf(JsonNode value) =>
        value.GetValueKind() switch
        {
            JsonValueKind.Object => "START_OBJECT",
            JsonValueKind.Array => "START_ARRAY",
            JsonValueKind.String => "STRING_VALUE",
            JsonValueKind.Number => "NUMBER_VALUE",
            _ => "BOOLEAN_VALUE",
        };
}
