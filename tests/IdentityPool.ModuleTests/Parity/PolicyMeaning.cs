using System.Text.Json.Nodes;

namespace IdentityPools.Tests.Parity;

/// <summary>What policy documents allow and deny, however their statements are cut.</summary>
internal static class PolicyMeaning
{
    private static readonly string[] Lists = ["Action", "NotAction", "Resource", "NotResource"];

    /// <summary>The statements of a trust policy; who may do what under which condition, in any order.</summary>
    public static JsonArray Trust(JsonObject document) => Canonical.Sorted(Statements(document).Select(Listed));

    /// <summary>
    /// The permissions of all documents together: for each effect, resource and condition the actions. Statements merged, split or repeated mean the same.
    /// </summary>
    public static JsonArray Permissions(IEnumerable<JsonObject> documents)
    {
        var statements = documents.SelectMany(Statements).Select(Listed).ToList();
        var whole = statements.Where(statement => statement["Action"] is null || statement["Resource"] is null);
        var permissions = statements
            .Where(statement => statement["Action"] is not null && statement["Resource"] is not null)
            .SelectMany(Single)
            .GroupBy(single => single.Place.ToJsonString(), single => single)
            .Select(group => With(group.First().Place, group.Select(single => single.Action)));
        return Canonical.Sorted([.. permissions, .. whole]);
    }

    private static IEnumerable<JsonObject> Statements(JsonObject document) => Canonical.List(document["Statement"]).Select(statement => statement!.AsObject());

    private static JsonObject Listed(JsonObject statement)
    {
        var result = new JsonObject();
        foreach (var (name, value) in statement.Where(entry => entry.Key != "Sid").OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            result[name] = Lists.Contains(name) ? Canonical.Sorted(Canonical.List(value).Distinct(Canonical.Equality)) : value?.DeepClone();
        }

        return result;
    }

    private static IEnumerable<(JsonObject Place, string Action)> Single(JsonObject statement) =>
        from resource in statement["Resource"]!.AsArray()
        from action in statement["Action"]!.AsArray()
        select (Place(statement, resource!), action!.GetValue<string>());

    private static JsonObject Place(JsonObject statement, JsonNode resource)
    {
        var place = statement.DeepClone().AsObject();
        place.Remove("Action");
        place["Resource"] = resource.DeepClone();
        return place;
    }

    private static JsonObject With(JsonObject place, IEnumerable<string> actions)
    {
        place["Action"] = new JsonArray([.. actions.Distinct().Order(StringComparer.Ordinal).Select(action => JsonValue.Create(action))]);
        return place;
    }
}
