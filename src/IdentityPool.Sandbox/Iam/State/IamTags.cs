using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Iam;

/// <summary>The tags of one resource. Keys are told apart without regard to case, as IAM does.</summary>
internal sealed class IamTags
{
    private readonly Dictionary<string, (string Key, string Value)> tags = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The tags by key.</summary>
    public IEnumerable<JsonObject> Items =>
        tags.Values.OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => new JsonObject { ["Key"] = tag.Key, ["Value"] = tag.Value });

    public int Count => tags.Count;

    public JsonArray ToJson() => [.. Items];

    /// <summary>Sets the tags that a request carries; none of them when one is not good.</summary>
    public void Set(JsonNode? requested)
    {
        var added = (requested as JsonArray ?? []).Select(tag => (Key: (string)tag!["Key"]!, Value: (string)tag["Value"]!)).ToArray();
        if (added.Any(tag => tag.Key.StartsWith("aws:", StringComparison.OrdinalIgnoreCase)))
        {
            throw IamErrors.InvalidInput("aws: prefixed tag key names are not allowed for external use.");
        }

        var keys = added.Select(tag => tag.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (keys.Count < added.Length)
        {
            throw IamErrors.InvalidInput("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
        }

        if (tags.Keys.Count(key => !keys.Contains(key)) + keys.Count > Limits.Tags)
        {
            throw IamErrors.LimitExceeded("The number of tags has reached the maximum limit.");
        }

        foreach (var tag in added)
        {
            tags[tag.Key] = tag;
        }
    }

    public void Remove(JsonNode? keys)
    {
        foreach (var key in keys as JsonArray ?? [])
        {
            tags.Remove((string)key!);
        }
    }
}
