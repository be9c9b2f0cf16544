using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Amazon Cognito identity pools.</summary>
internal sealed class IdentityPoolService : SandboxService
{
    private readonly Dictionary<string, Func<JsonObject, SandboxContext, JsonObject?>> operations = new(StringComparer.Ordinal);

    public IdentityPoolService(SandboxAccount account)
        : base("cognito-identity", SandboxJson.Instance)
    {
        var pools = new PoolStore();
        AddPools(new(account, pools));
        AddRoles(new(account, pools), new(pools));
        AddIdentities(new(account, pools), new(account, pools));
        AddDevelopers(new(account, pools));
    }

    public override JsonObject? Invoke(string operation, JsonObject input, SandboxContext context) => operations[operation](input, context);

    private void AddPools(PoolOperations pools)
    {
        operations.Add("CreateIdentityPool", pools.CreateIdentityPool);
        operations.Add("DescribeIdentityPool", pools.DescribeIdentityPool);
        operations.Add("UpdateIdentityPool", pools.UpdateIdentityPool);
        operations.Add("DeleteIdentityPool", pools.DeleteIdentityPool);
        operations.Add("ListIdentityPools", pools.ListIdentityPools);
        operations.Add("TagResource", pools.TagResource);
        operations.Add("UntagResource", pools.UntagResource);
        operations.Add("ListTagsForResource", pools.ListTagsForResource);
    }

    private void AddRoles(PoolRoleOperations roles, PrincipalTagOperations tags)
    {
        operations.Add("SetIdentityPoolRoles", roles.SetIdentityPoolRoles);
        operations.Add("GetIdentityPoolRoles", roles.GetIdentityPoolRoles);
        operations.Add("SetPrincipalTagAttributeMap", tags.SetPrincipalTagAttributeMap);
        operations.Add("GetPrincipalTagAttributeMap", tags.GetPrincipalTagAttributeMap);
    }

    private void AddIdentities(IdentityOperations identities, CredentialOperations credentials)
    {
        operations.Add("GetId", identities.GetId);
        operations.Add("DescribeIdentity", identities.DescribeIdentity);
        operations.Add("ListIdentities", identities.ListIdentities);
        operations.Add("DeleteIdentities", identities.DeleteIdentities);
        operations.Add("UnlinkIdentity", identities.UnlinkIdentity);
        operations.Add("GetCredentialsForIdentity", credentials.GetCredentialsForIdentity);
        operations.Add("GetOpenIdToken", credentials.GetOpenIdToken);
    }

    private void AddDevelopers(DeveloperOperations developers)
    {
        operations.Add("GetOpenIdTokenForDeveloperIdentity", developers.GetOpenIdTokenForDeveloperIdentity);
        operations.Add("LookupDeveloperIdentity", developers.LookupDeveloperIdentity);
        operations.Add("MergeDeveloperIdentities", developers.MergeDeveloperIdentities);
        operations.Add("UnlinkDeveloperIdentity", developers.UnlinkDeveloperIdentity);
    }
}
