using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Iam;

/// <summary>Finds the role that a request names.</summary>
internal static class RoleLookup
{
    public static IamRole RoleNamed(this IamAccount account, JsonObject input)
    {
        var name = (string)input["RoleName"]!;
        return account.Roles.GetValueOrDefault(name) ?? throw IamErrors.NoSuchEntity($"The role with name {name} cannot be found.");
    }
}
