using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Sets and reads the roles of pools and the mappings to them.</summary>
/// <param name="account">The account.</param>
/// <param name="pools">Its pools.</param>
internal sealed class PoolRoleOperations(SandboxAccount account, PoolStore pools)
{
    /// <summary>Replaces both roles and mappings.</summary>
    public JsonObject? SetIdentityPoolRoles(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var roles = (JsonObject)input["Roles"]!;
        var mappings = input["RoleMappings"] as JsonObject ?? [];
        var keys = pool.MappingKeys.ToHashSet(StringComparer.Ordinal);
        foreach (var (key, mapping) in mappings)
        {
            if (!keys.Contains(key))
            {
                throw PoolErrors.Invalid($"({key}) is not a valid RoleMapping ProviderName or is not a configured provider.");
            }

            CheckMapping(key, (JsonObject)mapping!);
        }

        var access = new RoleAccess(account, context);
        foreach (var arn in roles.Select(role => (string)role.Value!).Concat(mappings.SelectMany(mapping => RolesOf((JsonObject)mapping.Value!))).Distinct())
        {
            access.CheckPass(arn);
        }

        pool.Roles = (JsonObject)roles.DeepClone();
        pool.RoleMappings = (JsonObject)mappings.DeepClone();
        return null;
    }

    public JsonObject GetIdentityPoolRoles(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var output = new JsonObject { ["IdentityPoolId"] = pool.Id, ["Roles"] = pool.Roles.DeepClone() };
        if (pool.RoleMappings.Count > 0)
        {
            output["RoleMappings"] = pool.RoleMappings.DeepClone();
        }

        return output;
    }

    private static void CheckMapping(string key, JsonObject mapping)
    {
        if (mapping["AmbiguousRoleResolution"] is null)
        {
            throw PoolErrors.Invalid($"AmbiguousRoleResolution is required for the role mapping of {key}.");
        }

        var isRules = mapping.Required("Type") == "Rules";
        if (isRules != mapping["RulesConfiguration"] is not null)
        {
            throw PoolErrors.Invalid($"RulesConfiguration is {(isRules ? "required" : "not allowed")} for the role mapping of {key}.");
        }

        if (isRules && mapping["RulesConfiguration"]!["Rules"]!.AsArray().Count > Limits.Rules)
        {
            throw PoolErrors.Invalid($"The role mapping of {key} can have at most {Limits.Rules} rules.");
        }
    }

    private static IEnumerable<string> RolesOf(JsonObject mapping) =>
        (mapping["RulesConfiguration"]?["Rules"] as JsonArray ?? []).Select(rule => ((JsonObject)rule!).Required("RoleARN"));
}
