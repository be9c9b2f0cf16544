using System.Text.Json.Nodes;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>
/// What an account should be once a pool was edited, by the plain meaning of each edit. It starts with what boto3 reads and knows nothing of the module: what
/// documents allow is compared and not how they are written, and the module's own tags on roles do not count.
/// </summary>
internal sealed class AccountModel
{
    private const string PoolTag = "IdentityPool:PoolId";
    private const string TagSession = "sts:TagSession";

    private readonly JsonObject state;
    private readonly string poolId;

    public AccountModel(JsonNode state, string poolId)
    {
        (this.state, this.poolId) = ((JsonObject)state.DeepClone(), poolId);
        foreach (var (_, role) in (JsonObject)this.state["roles"]!)
        {
            role!["inline"] = new JsonObject(
                ((JsonObject)role["inline"]!).Select(policy => KeyValuePair.Create(policy.Key, (JsonNode?)Texts(Permissions(policy.Value!))))
            );
            role["trust"]!["Statement"]![0]!["Action"] = Texts(Items(role["trust"]!["Statement"]![0]!["Action"]!));
            role["tags"] = new JsonObject(
                ((JsonObject)role["tags"]!)
                    .Where(tag => tag.Key == PoolTag || !tag.Key.StartsWith("IdentityPool:", StringComparison.Ordinal))
                    .Select(tag => KeyValuePair.Create(tag.Key, tag.Value?.DeepClone()))
            );
        }

        SortClients();
    }

    public JsonObject Pool => (JsonObject)Entry["pool"]!;

    public JsonObject Logins => (JsonObject)Pool["SupportedLoginProviders"]!;

    public JsonObject Tags => (JsonObject)Pool["IdentityPoolTags"]!;

    public JsonObject DefaultRoles => (JsonObject)Entry["roles"]!;

    public JsonObject Mappings => (JsonObject)Entry["mappings"]!;

    public JsonObject PrincipalTags => (JsonObject)Entry["principalTags"]!;

    public JsonArray Clients => (JsonArray)Pool["CognitoIdentityProviders"]!;

    /// <summary>The roles that were made with the pool.</summary>
    public IEnumerable<JsonObject> OwnRoles =>
        ((JsonObject)state["roles"]!).Select(role => (JsonObject)role.Value!).Where(role => (string?)role["tags"]![PoolTag] == poolId);

    private JsonObject Entry => (JsonObject)state["pools"]![poolId]!;

    public JsonArray? Rules(string provider) => Mappings[provider]?["RulesConfiguration"]?["Rules"] as JsonArray;

    /// <summary>A role that was made with the pool, if anybody still gets it.</summary>
    public JsonObject? Role(string name) =>
        OwnRoles.FirstOrDefault(role => ArnOf(role).Contains($":role/{name}-", StringComparison.Ordinal) && Used.Contains(ArnOf(role)));

    public static string ArnOf(JsonObject role) => (string)role["arn"]!;

    public static string? ClientOf(JsonNode? client) => (string?)client!["ClientId"];

    /// <summary>What a role may do, by its own statements; each as effect, action and resource.</summary>
    public static void Permit(JsonObject role, Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        var inline = (JsonObject)role["inline"]!;
        var known = inline.Select(policy => policy.Key).FirstOrDefault() ?? "IdentityPoolPermissions";
        var permissions = change(inline[known] is { } texts ? Items(texts) : []).ToList();
        inline.Remove(known);
        if (permissions.Count > 0)
        {
            inline.Add(known, Texts(permissions));
        }
    }

    public void RemoveProvider(string provider)
    {
        Mappings.Remove(provider);
        PrincipalTags.Remove(provider);
    }

    /// <summary>Every value by its path, when each role that nobody gets is gone, and just those that are reached with session tags allow them.</summary>
    public SortedDictionary<string, string> Values()
    {
        var roles = (JsonObject)state["roles"]!;
        foreach (var (name, role) in roles.ToList())
        {
            if (OwnRoles.Contains(role))
            {
                var arn = ArnOf((JsonObject)role!);
                if (!Used.Contains(arn))
                {
                    roles.Remove(name);
                    continue;
                }

                var actions = Items(role!["trust"]!["Statement"]![0]!["Action"]!).Where(action => action != TagSession);
                role["trust"]!["Statement"]![0]!["Action"] = Texts(Tagged.Contains(arn) ? actions.Append(TagSession) : actions);
            }
        }

        SortClients();
        return AccountHand.Values(state);
    }

    /// <summary>Every value by its path, as it was read.</summary>
    public SortedDictionary<string, string> AsRead() => AccountHand.Values(state);

    private IEnumerable<string> Used => DefaultRoles.Select(role => (string)role.Value!).Concat(Mappings.SelectMany(mapping => RoleArns(mapping.Key)));

    private IEnumerable<string> Tagged =>
        PrincipalTags.Count == 0
            ? []
            : Mappings
                .Where(mapping => PrincipalTags.ContainsKey(mapping.Key))
                .SelectMany(mapping => RoleArns(mapping.Key))
                .Append((string)DefaultRoles["authenticated"]!);

    private IEnumerable<string> RoleArns(string provider) => (Rules(provider) ?? []).Select(rule => (string)rule!["RoleARN"]!);

    private void SortClients() =>
        Pool["CognitoIdentityProviders"] = new JsonArray([.. Clients.OrderBy(ClientOf, StringComparer.Ordinal).Select(client => client!.DeepClone())]);

    private static IEnumerable<string> Permissions(JsonNode document) =>
        from statement in (JsonArray)document["Statement"]!
        from action in Items(statement!["Action"]!)
        from resource in Items(statement["Resource"]!)
        select $"{statement["Effect"]} {action} {resource}";

    private static IEnumerable<string> Items(JsonNode node) => node is JsonArray items ? items.Select(item => (string)item!) : [(string)node!];

    private static JsonArray Texts(IEnumerable<string> texts) =>
        new([.. texts.Distinct().Order(StringComparer.Ordinal).Select(text => (JsonNode?)JsonValue.Create(text))]);
}
