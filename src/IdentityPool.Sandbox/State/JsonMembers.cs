using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox;

/// <summary>Short ways to read input and to write output.</summary>
internal static class JsonMembers
{
    public static string? Text(this JsonObject input, string name) => (string?)input[name];

    /// <summary>A text that the model requires.</summary>
    public static string Required(this JsonObject input, string name) => (string)input[name]!;

    public static bool Flag(this JsonObject input, string name) => (bool?)input[name] ?? false;

    public static IEnumerable<string> Texts(this JsonObject input, string name) => (input[name] as JsonArray ?? []).Select(item => (string)item!);

    public static IEnumerable<KeyValuePair<string, string>> Pairs(this JsonObject input, string name) =>
        (input[name] as JsonObject ?? []).Select(item => KeyValuePair.Create(item.Key, (string)item.Value!));

    /// <summary>Copies a member, unless it is missing or empty.</summary>
    public static void Copy(this JsonObject target, JsonObject source, string name)
    {
        if (source[name] is { } value and not JsonArray { Count: 0 } and not JsonObject { Count: 0 })
        {
            target[name] = value.DeepClone();
        }
    }

    /// <summary>A time as the JSON services write it: seconds with a fraction.</summary>
    public static JsonNode ToSeconds(this DateTimeOffset time) => time.ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>A page as output.</summary>
    public static JsonObject ToOutput<T>(this Page<T> page, string member, Func<T, JsonNode> write)
    {
        var output = new JsonObject { [member] = new JsonArray([.. page.Items.Select(write)]) };
        if (page.NextToken is { } token)
        {
            output["NextToken"] = token;
        }

        return output;
    }
}
