using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>Create, read, change and delete the groups of user pools.</summary>
/// <param name="pools">The user pools.</param>
internal sealed class GroupOperations(UserPoolOperations pools)
{
    public JsonObject CreateGroup(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var name = input.Required("GroupName");
        if (pool.Groups.Find(name) is not null)
        {
            throw new SandboxServiceException("GroupExistsException", "A group with the name already exists.");
        }

        var group = (JsonObject)input.DeepClone();
        group["CreationDate"] = context.Time.ToSeconds();
        group["LastModifiedDate"] = context.Time.ToSeconds();
        pool.Groups.Add(name, group);
        return Describe(group);
    }

    /// <summary>Replaces all that the group says: what is not given is gone.</summary>
    public JsonObject UpdateGroup(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var known = Find(pool, input);
        var group = (JsonObject)input.DeepClone();
        group["CreationDate"] = known["CreationDate"]!.DeepClone();
        group["LastModifiedDate"] = context.Time.ToSeconds();
        pool.Groups.Replace(known.Required("GroupName"), group);
        return Describe(group);
    }

    public JsonObject GetGroup(JsonObject input, SandboxContext context) => Describe(Find(pools.Find(input, context), input));

    public JsonObject ListGroups(JsonObject input, SandboxContext context) =>
        pools
            .Find(input, context)
            .Groups.Page(input.Text("NextToken"), (int?)input["Limit"] is { } limit and > 0 ? limit : Limits.PageSize)
            .ToOutput("Groups", group => group.DeepClone());

    public JsonObject? DeleteGroup(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        pool.Groups.Remove(Find(pool, input).Required("GroupName"));
        return null;
    }

    private static JsonObject Find(SandboxUserPool pool, JsonObject input) =>
        pool.Groups.Find(input.Required("GroupName")) ?? throw new SandboxServiceException("ResourceNotFoundException", "Group not found.");

    private static JsonObject Describe(JsonObject group) => new() { ["Group"] = group.DeepClone() };
}
