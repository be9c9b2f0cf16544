using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>Amazon Cognito user pools.</summary>
internal sealed class UserPoolService : SandboxService
{
    private readonly Dictionary<string, Func<JsonObject, SandboxContext, JsonObject?>> operations;

    public UserPoolService(SandboxAccount account)
        : base("cognito-idp", SandboxJson.Instance)
    {
        var pools = new UserPoolOperations(account);
        var clients = new ClientOperations(pools);
        var groups = new GroupOperations(pools);
        operations = new(StringComparer.Ordinal)
        {
            ["CreateUserPool"] = pools.CreateUserPool,
            ["DescribeUserPool"] = pools.DescribeUserPool,
            ["UpdateUserPool"] = pools.UpdateUserPool,
            ["DeleteUserPool"] = pools.DeleteUserPool,
            ["ListUserPools"] = pools.ListUserPools,
            ["TagResource"] = pools.TagResource,
            ["UntagResource"] = pools.UntagResource,
            ["ListTagsForResource"] = pools.ListTagsForResource,
            ["CreateUserPoolClient"] = clients.CreateUserPoolClient,
            ["DescribeUserPoolClient"] = clients.DescribeUserPoolClient,
            ["UpdateUserPoolClient"] = clients.UpdateUserPoolClient,
            ["DeleteUserPoolClient"] = clients.DeleteUserPoolClient,
            ["ListUserPoolClients"] = clients.ListUserPoolClients,
            ["CreateGroup"] = groups.CreateGroup,
            ["GetGroup"] = groups.GetGroup,
            ["UpdateGroup"] = groups.UpdateGroup,
            ["ListGroups"] = groups.ListGroups,
            ["DeleteGroup"] = groups.DeleteGroup,
        };
    }

    public override JsonObject? Invoke(string operation, JsonObject input, SandboxContext context) => operations[operation](input, context);
}
