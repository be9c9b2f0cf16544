using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>JSON in one order, so that equal meanings are equal texts.</summary>
internal static class Canonical
{
    private static readonly HashSet<string> Unordered =
    [
        "Action",
        "AllowedOAuthFlows",
        "AllowedOAuthScopes",
        "AssumeRolePolicyDocument",
        "CallbackURLs",
        "ClientIdList",
        "CognitoIdentityProviders",
        "ExplicitAuthFlows",
        "IdentityPoolTags",
        "LogoutURLs",
        "ManagedPolicyArns",
        "NotAction",
        "NotResource",
        "OpenIdConnectProviderARNs",
        "Others",
        "Outputs",
        "Parameters",
        "Permissions",
        "PrincipalTags",
        "Resource",
        "RoleAttachments",
        "SamlProviderARNs",
        "SupportedIdentityProviders",
        "Tags",
        "ThumbprintList",
    ];

    /// <summary>One thing or a list of things as a list.</summary>
    public static IEnumerable<JsonNode> List(JsonNode? node) =>
        node switch
        {
            null => [],
            JsonArray array => array.OfType<JsonNode>(),
            _ => [node],
        };

    /// <summary>A copy with names sorted, lists sorted that have no order, and nothing that is empty.</summary>
    public static JsonNode InOrder(JsonNode node) =>
        node switch
        {
            JsonObject map => new JsonObject(
                map.Where(entry => !IsEmpty(entry.Value))
                    .OrderBy(entry => entry.Key, StringComparer.Ordinal)
                    .Select(entry => KeyValuePair.Create(entry.Key, (JsonNode?)InOrder(entry.Key, entry.Value!)))
            ),
            JsonArray list => new JsonArray([.. list.OfType<JsonNode>().Select(InOrder)]),
            _ => node.DeepClone(),
        };

    private static JsonNode InOrder(string name, JsonNode node) =>
        node is JsonArray list && Unordered.Contains(name)
            ? new JsonArray([.. list.OfType<JsonNode>().Select(InOrder).OrderBy(item => item.ToJsonString(), StringComparer.Ordinal)])
            : InOrder(node);

    private static bool IsEmpty(JsonNode? node) => node is null or JsonArray { Count: 0 } or JsonObject { Count: 0 };
}
