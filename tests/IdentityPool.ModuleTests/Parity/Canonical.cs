using System.Text.Json.Nodes;

namespace IdentityPools.Tests.Parity;

/// <summary>Small helpers to bring JSON into one order.</summary>
internal static class Canonical
{
    public static IEqualityComparer<JsonNode?> Equality { get; } =
        EqualityComparer<JsonNode?>.Create(JsonNode.DeepEquals, node => node?.ToJsonString().GetHashCode(StringComparison.Ordinal) ?? 0);

    /// <summary>One thing or a list of things as a list.</summary>
    public static IEnumerable<JsonNode?> List(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray array => array,
            _ => [node],
        };

    public static JsonArray Sorted(IEnumerable<JsonNode?> items) =>
        [.. items.Select(item => item?.DeepClone()).OrderBy(item => item?.ToJsonString() ?? "", StringComparer.Ordinal)];

    public static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
