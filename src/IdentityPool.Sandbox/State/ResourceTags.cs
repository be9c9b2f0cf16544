using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox;

/// <summary>The tags of a resource.</summary>
internal sealed class ResourceTags
{
    private const string Reserved = "aws:";

    private SortedDictionary<string, string> tags = new(StringComparer.Ordinal);

    /// <summary>Sets tags, and keeps the others.</summary>
    /// <param name="added">The tags.</param>
    /// <param name="byAws">Whether AWS itself sets them, CloudFormation for example.</param>
    public void Set(JsonNode? added, bool byAws = false)
    {
        var result = new SortedDictionary<string, string>(tags, StringComparer.Ordinal);
        foreach (var (key, value) in added as JsonObject ?? [])
        {
            if (!byAws && IsReserved(key))
            {
                throw new SandboxServiceException("InvalidParameterException", "aws: prefixed tag key names are not allowed for external use.");
            }

            result[key] = (string)value!;
        }

        tags =
            result.Count <= Limits.Tags
                ? result
                : throw new SandboxServiceException("InvalidParameterException", $"A resource can have at most {Limits.Tags} tags.");
    }

    /// <summary>Sets tags, and forgets the others, but for those of AWS.</summary>
    public void Replace(JsonNode? all)
    {
        var before = tags;
        tags = new(before.Where(tag => IsReserved(tag.Key)).ToDictionary(tag => tag.Key, tag => tag.Value), StringComparer.Ordinal);
        try
        {
            Set(all);
        }
        catch (SandboxServiceException)
        {
            tags = before;
            throw;
        }
    }

    public void Remove(JsonNode? keys)
    {
        foreach (var key in keys as JsonArray ?? [])
        {
            tags.Remove((string)key!);
        }
    }

    private static bool IsReserved(string key) => key.StartsWith(Reserved, StringComparison.OrdinalIgnoreCase);

    public JsonObject ToJson() => new(tags.Select(tag => KeyValuePair.Create(tag.Key, (JsonNode?)tag.Value)));
}
