using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Create, read, update and delete identity pools.</summary>
/// <param name="account">The account.</param>
/// <param name="pools">Its pools.</param>
internal sealed class PoolOperations(SandboxAccount account, PoolStore pools)
{
    private const string Service = "cognito-identity";
    private const string Resource = "identitypool";

    // The quota of 1,000 pools in a region is not kept: tests list more.

    public JsonObject CreateIdentityPool(JsonObject input, SandboxContext context)
    {
        var id = PoolStore.NewId(context);
        var pool = new SandboxPool(id, Settings(id, input, context));
        pool.Tags.Set(input["IdentityPoolTags"], context.IsForeign);
        pools.In(context.Region).Add(pool.Id, pool);
        return pool.Describe();
    }

    public JsonObject DescribeIdentityPool(JsonObject input, SandboxContext context) => pools.Find(input, context).Describe();

    public JsonObject UpdateIdentityPool(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var settings = Settings(pool.Id, input, context);
        if (pool.DeveloperProviderName is { } name)
        {
            settings["DeveloperProviderName"] ??= name;
            if (settings.Required("DeveloperProviderName") != name)
            {
                throw PoolErrors.Invalid("The DeveloperProviderName cannot be changed once it has been set.");
            }
        }

        if (settings["AllowClassicFlow"] is null)
        {
            settings.Copy(pool.Settings, "AllowClassicFlow");
        }

        pool.Tags.Replace(input["IdentityPoolTags"]);
        pool.Settings = settings;
        return pool.Describe();
    }

    public JsonObject? DeleteIdentityPool(JsonObject input, SandboxContext context)
    {
        pools.Remove(pools.Find(input, context), context);
        return null;
    }

    public JsonObject ListIdentityPools(JsonObject input, SandboxContext context) =>
        pools.In(context.Region).Page(input.Text("NextToken"), (int)input["MaxResults"]!).ToOutput("IdentityPools", Summary);

    public JsonObject TagResource(JsonObject input, SandboxContext context)
    {
        Tagged(input, context).Tags.Set(input["Tags"], context.IsForeign);
        return [];
    }

    public JsonObject UntagResource(JsonObject input, SandboxContext context)
    {
        Tagged(input, context).Tags.Remove(input["TagKeys"]);
        return [];
    }

    public JsonObject ListTagsForResource(JsonObject input, SandboxContext context) => new() { ["Tags"] = Tagged(input, context).Tags.ToJson() };

    private SandboxPool Tagged(JsonObject input, SandboxContext context) =>
        pools.Find(ResourceArn.IdIn(input.Required("ResourceArn"), Service, Resource, account.AccountId, context), context);

    /// <summary>Create and update take the same members, and both forget what is left out; an update keeps what was said of the classic flow.</summary>
    private JsonObject Settings(string id, JsonObject input, SandboxContext context)
    {
        new ProviderRules(account, account.IamOf(context.Partition)).Check(input);
        var settings = new JsonObject
        {
            ["IdentityPoolId"] = id,
            ["IdentityPoolName"] = input.Required("IdentityPoolName"),
            ["AllowUnauthenticatedIdentities"] = input.Flag("AllowUnauthenticatedIdentities"),
        };
        foreach (
            var name in new[]
            {
                // Left out, it is not there, and AWS lets the classic flow pass.
                "AllowClassicFlow",
                "SupportedLoginProviders",
                "DeveloperProviderName",
                "OpenIdConnectProviderARNs",
                "CognitoIdentityProviders",
                "SamlProviderARNs",
            }
        )
        {
            settings.Copy(input, name);
        }

        foreach (var provider in settings["CognitoIdentityProviders"] as JsonArray ?? [])
        {
            provider!["ServerSideTokenCheck"] ??= false;
        }

        return settings;
    }

    private static JsonObject Summary(SandboxPool pool) =>
        new() { ["IdentityPoolId"] = pool.Id, ["IdentityPoolName"] = pool.Settings.Required("IdentityPoolName") };
}
