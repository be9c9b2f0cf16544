using System.Text.Json.Nodes;
using IdentityPools.Sandbox;

namespace IdentityPools.UnitTests.Live;

/// <summary>Everything that an account says of its pools and roles, a line for each value, asked past the code under test.</summary>
internal static class AccountState
{
    public static SortedSet<string> Of(SandboxAccount account)
    {
        var lines = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var listed in Call("ListIdentityPools", ("MaxResults", 60))["IdentityPools"]!.AsArray())
        {
            var id = (string)listed!["IdentityPoolId"]!;
            var pool = Call("DescribeIdentityPool", ("IdentityPoolId", id));
            Add("pool", pool);
            Add("attachment", Call("GetIdentityPoolRoles", ("IdentityPoolId", id)));
            foreach (var provider in Providers(pool))
            {
                Add(
                    $"session tags of {provider}",
                    Call("GetPrincipalTagAttributeMap", ("IdentityPoolId", id), ("IdentityProviderName", provider))["PrincipalTags"] ?? new JsonObject()
                );
            }
        }

        foreach (var listed in Call("ListRoles", ("MaxItems", 1000))["Roles"]!.AsArray())
        {
            var name = (string)listed!["RoleName"]!;
            Add($"role {name}", Call("GetRole", ("RoleName", name))["Role"]!);
            foreach (var policy in Call("ListRolePolicies", ("RoleName", name))["PolicyNames"]!.AsArray())
            {
                Add($"policy {policy} of {name}", Call("GetRolePolicy", ("RoleName", name), ("PolicyName", (string)policy!))["PolicyDocument"]!);
            }

            Add($"attached to {name}", Call("ListAttachedRolePolicies", ("RoleName", name))["AttachedPolicies"]!);
        }

        return lines;

        JsonNode Call(string operation, params (string Name, JsonNode Value)[] members)
        {
            var input = new JsonObject(members.Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value)));
            try
            {
                return JsonNode.Parse(account.Invoke(operation, input.ToJsonString()))!;
            }
            catch (ArgumentException fault) when (fault.Message.Contains("were never set", StringComparison.Ordinal))
            {
                return new JsonObject();
            }
        }

        void Add(string path, JsonNode? node)
        {
            switch (node)
            {
                case JsonObject members:
                    foreach (var (name, value) in members)
                    {
                        Add($"{path} {name}", value);
                    }

                    break;
                case JsonArray items:
                    foreach (var item in items)
                    {
                        lines.Add($"{path}: {item?.ToJsonString()}");
                    }

                    break;
                default:
                    lines.Add($"{path}: {Uri.UnescapeDataString(node?.ToJsonString() ?? "null")}");
                    break;
            }
        }
    }

    /// <summary>The lines that stand in one state and not in the other.</summary>
    public static List<string> Difference(SortedSet<string> before, SortedSet<string> after) =>
        [.. before.Except(after).Select(line => $"- {line}"), .. after.Except(before).Select(line => $"+ {line}")];

    /// <summary>Somebody else writes a pool.</summary>
    public static void Rewrite(SandboxAccount account, string id, Action<JsonObject> change)
    {
        var pool = JsonNode.Parse(account.Invoke("DescribeIdentityPool", $$"""{"IdentityPoolId":"{{id}}"}"""))!.AsObject();
        change(pool);
        account.Invoke("UpdateIdentityPool", pool.ToJsonString());
    }

    private static IEnumerable<string> Providers(JsonNode pool) =>
        (pool["CognitoIdentityProviders"] as JsonArray ?? [])
            .Select(provider => (string)provider!["ProviderName"]!)
            .Concat((pool["SupportedLoginProviders"] as JsonObject ?? []).Select(provider => provider.Key))
            .Concat((pool["OpenIdConnectProviderARNs"] as JsonArray ?? []).Select(arn => (string)arn!))
            .Concat((pool["SamlProviderARNs"] as JsonArray ?? []).Select(arn => (string)arn!))
            .Distinct(StringComparer.Ordinal);
}
