using System.Text.Json.Nodes;
using IdentityPools.Model;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Turns a stored role mapping into the definition that role selection works with.</summary>
internal static class RoleMappingReader
{
    public static RoleMapping? Read(SandboxPool pool, string? key)
    {
        if (key is null || pool.RoleMappings[key] is not JsonObject mapping)
        {
            return null;
        }

        var provider = new ProviderUrlReference(key!);
        var resolution = Enum.Parse<AmbiguousRoleResolution>(mapping.Required("AmbiguousRoleResolution"));
        return mapping["RulesConfiguration"]?["Rules"] is JsonArray rules
            ? RoleMapping.FromRules(provider, [.. rules.Select(rule => Rule((JsonObject)rule!)).Distinct()], resolution)
            : RoleMapping.FromToken(provider, resolution);
    }

    private static RoleMappingRule Rule(JsonObject rule) =>
        RoleMappingRule.Create(
            rule.Text("Claim")!,
            Enum.Parse<ClaimMatchType>(rule.Required("MatchType")),
            rule.Text("Value")!,
            IdentityPoolRole.Existing(rule.Text("RoleARN")!)
        );
}
