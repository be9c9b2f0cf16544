using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Iam;

/// <summary>The operations of IAM by name.</summary>
internal static class IamOperations
{
    public static IReadOnlyDictionary<string, Func<JsonObject, JsonObject?>> Create(IamAccount account, TimeProvider clock)
    {
        var operations = new Dictionary<string, Func<JsonObject, JsonObject?>>(StringComparer.Ordinal);
        AddRoles(operations, new(account, clock));
        AddRolePolicies(operations, new(account));
        AddPolicies(operations, new(account, clock));
        AddOpenIdConnectProviders(operations, new(account, clock));
        AddSamlProviders(operations, new(account, clock));
        return operations;
    }

    private static void AddRoles(Dictionary<string, Func<JsonObject, JsonObject?>> operations, RoleOperations roles)
    {
        operations.Add("CreateRole", roles.CreateRole);
        operations.Add("GetRole", roles.GetRole);
        operations.Add("ListRoles", roles.ListRoles);
        operations.Add("UpdateRole", roles.UpdateRole);
        operations.Add("UpdateAssumeRolePolicy", roles.UpdateAssumeRolePolicy);
        operations.Add("DeleteRole", roles.DeleteRole);
        operations.Add("PutRolePermissionsBoundary", roles.PutRolePermissionsBoundary);
        operations.Add("DeleteRolePermissionsBoundary", roles.DeleteRolePermissionsBoundary);
        operations.Add("TagRole", roles.TagRole);
        operations.Add("UntagRole", roles.UntagRole);
        operations.Add("ListRoleTags", roles.ListRoleTags);
        operations.Add("ListInstanceProfilesForRole", roles.ListInstanceProfilesForRole);
    }

    private static void AddRolePolicies(Dictionary<string, Func<JsonObject, JsonObject?>> operations, RolePolicyOperations policies)
    {
        operations.Add("PutRolePolicy", policies.PutRolePolicy);
        operations.Add("GetRolePolicy", policies.GetRolePolicy);
        operations.Add("ListRolePolicies", policies.ListRolePolicies);
        operations.Add("DeleteRolePolicy", policies.DeleteRolePolicy);
        operations.Add("AttachRolePolicy", policies.AttachRolePolicy);
        operations.Add("DetachRolePolicy", policies.DetachRolePolicy);
        operations.Add("ListAttachedRolePolicies", policies.ListAttachedRolePolicies);
    }

    private static void AddPolicies(Dictionary<string, Func<JsonObject, JsonObject?>> operations, PolicyOperations policies)
    {
        operations.Add("CreatePolicy", policies.CreatePolicy);
        operations.Add("GetPolicy", policies.GetPolicy);
        operations.Add("GetPolicyVersion", policies.GetPolicyVersion);
        operations.Add("DeletePolicy", policies.DeletePolicy);
    }

    private static void AddOpenIdConnectProviders(Dictionary<string, Func<JsonObject, JsonObject?>> operations, OpenIdConnectOperations providers)
    {
        operations.Add("CreateOpenIDConnectProvider", providers.CreateOpenIDConnectProvider);
        operations.Add("GetOpenIDConnectProvider", providers.GetOpenIDConnectProvider);
        operations.Add("ListOpenIDConnectProviders", _ => providers.ListOpenIDConnectProviders());
        operations.Add("DeleteOpenIDConnectProvider", providers.DeleteOpenIDConnectProvider);
        operations.Add("AddClientIDToOpenIDConnectProvider", providers.AddClientIDToOpenIDConnectProvider);
        operations.Add("RemoveClientIDFromOpenIDConnectProvider", providers.RemoveClientIDFromOpenIDConnectProvider);
        operations.Add("UpdateOpenIDConnectProviderThumbprint", providers.UpdateOpenIDConnectProviderThumbprint);
        operations.Add("TagOpenIDConnectProvider", providers.TagOpenIDConnectProvider);
        operations.Add("UntagOpenIDConnectProvider", providers.UntagOpenIDConnectProvider);
        operations.Add("ListOpenIDConnectProviderTags", providers.ListOpenIDConnectProviderTags);
    }

    private static void AddSamlProviders(Dictionary<string, Func<JsonObject, JsonObject?>> operations, SamlOperations providers)
    {
        operations.Add("CreateSAMLProvider", providers.CreateSAMLProvider);
        operations.Add("GetSAMLProvider", providers.GetSAMLProvider);
        operations.Add("UpdateSAMLProvider", providers.UpdateSAMLProvider);
        operations.Add("ListSAMLProviders", _ => providers.ListSAMLProviders());
        operations.Add("DeleteSAMLProvider", providers.DeleteSAMLProvider);
        operations.Add("TagSAMLProvider", providers.TagSAMLProvider);
        operations.Add("UntagSAMLProvider", providers.UntagSAMLProvider);
        operations.Add("ListSAMLProviderTags", providers.ListSAMLProviderTags);
    }
}
