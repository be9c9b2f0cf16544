using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>What policy documents allow and deny, however their statements are cut.</summary>
internal static class PolicyMeaning
{
    private static readonly string[] Lists = ["Action", "NotAction", "Resource", "NotResource"];

    /// <summary>The statements of a trust policy; who may do what under which condition.</summary>
    public static JsonArray Trust(JsonNode document) => new([.. Statements(document)]);

    /// <summary>
    /// The permissions of all documents together: for each effect, resource and condition the actions. Statements merged, split or repeated mean the same.
    /// </summary>
    public static JsonArray Permissions(IEnumerable<JsonNode> documents)
    {
        var statements = documents.SelectMany(Statements).ToLookup(statement => statement["Action"] is not null && statement["Resource"] is not null);
        var permissions = statements[true]
            .SelectMany(Single)
            .GroupBy(single => single.Place.ToJsonString(), single => single)
            .Select(group => With(group.First().Place, group.Select(single => single.Action)));
        return new([.. permissions, .. statements[false]]);
    }

    private static IEnumerable<JsonObject> Statements(JsonNode document) =>
        Canonical.List(document["Statement"]).Select(statement => Listed(statement.AsObject(), document["Version"]));

    /// <summary>
    /// The statement without its label, with the version of the policy language, and with lists where one thing may stand for a list of one.
    /// </summary>
    private static JsonObject Listed(JsonObject statement, JsonNode? version)
    {
        var result = new JsonObject { ["Version"] = version?.DeepClone() };
        foreach (var (name, value) in statement.Where(entry => entry.Key != "Sid"))
        {
            result[name] = Lists.Contains(name) ? new JsonArray([.. Canonical.List(value).Select(item => item.DeepClone())]) : value?.DeepClone();
        }

        return Canonical.InOrder(result).AsObject();
    }

    private static IEnumerable<(JsonObject Place, string Action)> Single(JsonObject statement) =>
        from resource in Canonical.List(statement["Resource"])
        from action in Canonical.List(statement["Action"])
        select (Place(statement, resource), action.GetValue<string>());

    private static JsonObject Place(JsonObject statement, JsonNode resource)
    {
        var place = statement.DeepClone().AsObject();
        place.Remove("Action");
        place["Resource"] = resource.DeepClone();
        return place;
    }

    private static JsonObject With(JsonObject place, IEnumerable<string> actions)
    {
        place["Action"] = new JsonArray([.. actions.Distinct().Select(action => JsonValue.Create(action))]);
        return place;
    }
}
