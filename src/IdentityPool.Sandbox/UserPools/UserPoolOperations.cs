using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>Create, read, update and delete user pools.</summary>
/// <param name="account">The account.</param>
internal sealed class UserPoolOperations(SandboxAccount account)
{
    private const string Service = "cognito-idp";
    private const string Resource = "userpool";

    private static readonly string[] Fixed = ["AliasAttributes", "UsernameAttributes", "UsernameConfiguration"];

    public JsonObject CreateUserPool(JsonObject input, SandboxContext context) => Describe(Create(UserPoolStore.NewId(context.Region), input, context));

    /// <summary>A user pool with a given id.</summary>
    public SandboxUserPool Create(string id, JsonObject input, SandboxContext context)
    {
        var pool = new SandboxUserPool(id);
        pool.Tags.Set(input["UserPoolTags"]);
        var settings = UserPoolDefaults.Replace(input);
        foreach (var name in Fixed)
        {
            settings.Copy(input, name);
        }

        settings["Id"] = pool.Id;
        settings["Name"] = input.Required("PoolName");
        settings["Arn"] = ResourceArn.Create(pool.Id, Service, Resource, account.AccountId, context);
        settings["SchemaAttributes"] = UserPoolDefaults.Schema(input["Schema"] as JsonArray);
        settings["EstimatedNumberOfUsers"] = 0;
        settings["CreationDate"] = context.Time.ToSeconds();
        settings["LastModifiedDate"] = context.Time.ToSeconds();
        pool.Settings = settings;
        account.UserPools.In(context.Region).Add(pool.Id, pool);
        return pool;
    }

    public JsonObject DescribeUserPool(JsonObject input, SandboxContext context) => Describe(Find(input, context));

    public JsonObject? UpdateUserPool(JsonObject input, SandboxContext context)
    {
        var pool = Find(input, context);
        pool.Tags.Replace(input["UserPoolTags"]);
        var settings = UserPoolDefaults.Replace(input);
        foreach (var name in Fixed.Concat(["Id", "Name", "Arn", "SchemaAttributes", "EstimatedNumberOfUsers", "CreationDate"]))
        {
            settings.Copy(pool.Settings, name);
        }

        settings["Name"] = input.Text("PoolName") ?? pool.Settings.Required("Name");
        settings["LastModifiedDate"] = context.Time.ToSeconds();
        pool.Settings = settings;
        return [];
    }

    public JsonObject? DeleteUserPool(JsonObject input, SandboxContext context)
    {
        var pool = Find(input, context);
        if (pool.Settings.Text("DeletionProtection") == "ACTIVE")
        {
            throw new SandboxServiceException(
                "InvalidParameterException",
                "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be inactivated first."
            );
        }

        account.UserPools.In(context.Region).Remove(pool.Id);
        return null;
    }

    public JsonObject ListUserPools(JsonObject input, SandboxContext context) =>
        account.UserPools.In(context.Region).Page(input.Text("NextToken"), (int)input["MaxResults"]!).ToOutput("UserPools", Summary);

    public JsonObject TagResource(JsonObject input, SandboxContext context)
    {
        Tagged(input, context).Tags.Set(input["Tags"]);
        return [];
    }

    public JsonObject UntagResource(JsonObject input, SandboxContext context)
    {
        Tagged(input, context).Tags.Remove(input["TagKeys"]);
        return [];
    }

    public JsonObject ListTagsForResource(JsonObject input, SandboxContext context) => new() { ["Tags"] = Tagged(input, context).Tags.ToJson() };

    /// <summary>The user pool that a request names.</summary>
    public SandboxUserPool Find(JsonObject input, SandboxContext context) => Find(input.Required("UserPoolId"), context);

    private SandboxUserPool Find(string id, SandboxContext context) =>
        account.UserPools.In(context.Region).Find(id) ?? throw new SandboxServiceException("ResourceNotFoundException", $"User pool {id} does not exist.");

    private SandboxUserPool Tagged(JsonObject input, SandboxContext context) =>
        Find(ResourceArn.IdIn(input.Required("ResourceArn"), Service, Resource, account.AccountId, context), context);

    private static JsonObject Describe(SandboxUserPool pool)
    {
        var settings = pool.Settings.DeepClone();
        settings["UserPoolTags"] = pool.Tags.ToJson();
        return new() { ["UserPool"] = settings };
    }

    private static JsonObject Summary(SandboxUserPool pool)
    {
        var summary = new JsonObject { ["LambdaConfig"] = pool.Settings["LambdaConfig"]?.DeepClone() };
        foreach (var name in new[] { "Id", "Name", "LastModifiedDate", "CreationDate" })
        {
            summary.Copy(pool.Settings, name);
        }

        return summary;
    }
}
