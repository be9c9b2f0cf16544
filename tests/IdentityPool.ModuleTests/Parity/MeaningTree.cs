using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>Changes at every place of a meaning.</summary>
internal static class MeaningTree
{
    /// <summary>Changes every resource of a type.</summary>
    public static void Change(JsonNode? node, string type, Action<JsonObject> change)
    {
        if (node is JsonObject resource && resource["Type"] is JsonValue found && found.ToString() == type)
        {
            change(resource);
        }

        foreach (var child in Children(node))
        {
            Change(child, type, change);
        }
    }

    /// <summary>Replaces every value of that name; null removes it.</summary>
    public static void Replace(JsonNode? node, string name, Func<JsonNode, JsonNode?> replacement)
    {
        if (node is JsonObject map && map[name] is { } value && replacement(value) is var replaced && replaced != value)
        {
            map[name] = replaced;
        }

        foreach (var child in Children(node))
        {
            Replace(child, name, replacement);
        }
    }

    private static List<JsonNode?> Children(JsonNode? node) =>
        node switch
        {
            JsonObject map => [.. map.Select(entry => entry.Value)],
            JsonArray list => [.. list],
            _ => [],
        };
}
