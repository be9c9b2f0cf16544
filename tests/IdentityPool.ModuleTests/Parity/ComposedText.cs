using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>Text that a template composes, as literal parts and values, whichever function composes it.</summary>
internal static partial class ComposedText
{
    /// <summary>The parts of <c>Fn::Join</c>; null when the list is not known.</summary>
    public static List<JsonNode>? OfJoin(JsonNode argument)
    {
        if ((argument as JsonArray) is not [JsonValue delimiter, JsonArray items])
        {
            return null;
        }

        var parts = new List<JsonNode>();
        foreach (var item in items)
        {
            if (parts.Count > 0)
            {
                parts.Add(delimiter.GetValue<string>());
            }

            parts.Add(item!);
        }

        return parts;
    }

    /// <summary>The parts of <c>Fn::Sub</c>.</summary>
    public static List<JsonNode> OfSub(JsonNode argument)
    {
        var (text, variables) = (argument as JsonArray) is [{ } template, JsonObject map] ? (template, map) : (argument, []);
        var parts = new List<JsonNode>();
        var source = text.GetValue<string>();
        var end = 0;
        foreach (Match match in Placeholder().Matches(source))
        {
            parts.Add(source[end..match.Index]);
            parts.Add(Value(match.Groups[1].Value, variables));
            end = match.Index + match.Length;
        }

        parts.Add(source[end..]);
        return parts;
    }

    /// <summary>Parts as one value: neighbouring literals joined, and a text of one part as that part.</summary>
    public static JsonNode Compose(IEnumerable<JsonNode> parts)
    {
        var result = new JsonArray();
        foreach (var part in parts.SelectMany(Flattened))
        {
            if (part is JsonValue literal && result is [.., JsonValue last])
            {
                result[^1] = last.ToString() + literal.ToString();
            }
            else if (part is not JsonValue empty || empty.ToString().Length > 0)
            {
                result.Add(part.DeepClone());
            }
        }

        return result switch
        {
            [] => "",
            [var only] => only!.DeepClone(),
            _ => new JsonObject { ["Text"] = result },
        };
    }

    private static IEnumerable<JsonNode> Flattened(JsonNode part) =>
        part is JsonObject { Count: 1 } composed && composed["Text"] is JsonArray inner ? inner.OfType<JsonNode>() : [part];

    private static JsonNode Value(string name, JsonObject variables) =>
        name.StartsWith('!') ? "${" + name[1..] + "}"
        : variables[name] is { } value ? value
        : name.Split('.', 2) is [var owner, var attribute] ? new JsonObject { ["Fn::GetAtt"] = new JsonArray(owner, attribute) }
        : new JsonObject { ["Ref"] = name };

    [GeneratedRegex(@"\$\{([^}]*)\}")]
    private static partial Regex Placeholder();
}
