using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>Create, read, update and delete the clients of user pools.</summary>
/// <param name="pools">The user pools.</param>
internal sealed class ClientOperations(UserPoolOperations pools)
{
    private const int DefaultRefreshTokenDays = 30;
    private const int DefaultAuthSessionMinutes = 3;

    /// <summary>What an update replaces and is absent where the request leaves it out.</summary>
    private static readonly string[] Replaced =
    [
        "AccessTokenValidity",
        "IdTokenValidity",
        "TokenValidityUnits",
        "ReadAttributes",
        "WriteAttributes",
        "SupportedIdentityProviders",
        "CallbackURLs",
        "LogoutURLs",
        "DefaultRedirectURI",
        "AllowedOAuthFlows",
        "AllowedOAuthScopes",
        "AnalyticsConfiguration",
        "RefreshTokenRotation",
    ];

    public JsonObject CreateUserPoolClient(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var secret = input.Text("ClientSecret") ?? (input.Flag("GenerateSecret") ? UserPoolStore.NewClientSecret() : null);
        ClientRules.Check(input, pool, secret is not null);
        var client = Replace(input);
        client["ClientId"] = UserPoolStore.NewClientId();
        client["ClientName"] = input.Required("ClientName");
        return Keep(pool, client, secret, context);
    }

    /// <summary>Puts a client with a given id into a pool.</summary>
    public static void Seed(SandboxUserPool pool, string clientId, SandboxContext context)
    {
        var client = Replace([]);
        client["ClientId"] = clientId;
        client["ClientName"] = clientId;
        Keep(pool, client, null, context);
    }

    public JsonObject DescribeUserPoolClient(JsonObject input, SandboxContext context) => Describe(Find(pools.Find(input, context), input));

    public JsonObject UpdateUserPoolClient(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var before = Find(pool, input);
        ClientRules.Check(input, pool, before["ClientSecret"] is not null);
        var client = Replace(input);
        foreach (var name in new[] { "UserPoolId", "ClientId", "ClientName", "ClientSecret", "CreationDate" })
        {
            client.Copy(before, name);
        }

        client["ClientName"] = input.Text("ClientName") ?? before.Required("ClientName");
        client["LastModifiedDate"] = context.Time.ToSeconds();
        pool.Clients.Replace(client.Required("ClientId"), client);
        return Describe(client);
    }

    public JsonObject? DeleteUserPoolClient(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        pool.Clients.Remove(Find(pool, input).Required("ClientId"));
        return null;
    }

    public JsonObject ListUserPoolClients(JsonObject input, SandboxContext context) =>
        pools.Find(input, context).Clients.Page(input.Text("NextToken"), (int?)input["MaxResults"] ?? Limits.PageSize).ToOutput("UserPoolClients", Summary);

    private static JsonObject Keep(SandboxUserPool pool, JsonObject client, string? secret, SandboxContext context)
    {
        client["UserPoolId"] = pool.Id;
        client["CreationDate"] = context.Time.ToSeconds();
        client["LastModifiedDate"] = context.Time.ToSeconds();
        if (secret is not null)
        {
            client["ClientSecret"] = secret;
        }

        pool.Clients.Add(client.Required("ClientId"), client);
        return Describe(client);
    }

    private static JsonObject Replace(JsonObject input)
    {
        var client = new JsonObject();
        foreach (var name in Replaced)
        {
            client.Copy(input, name);
        }

        client["ExplicitAuthFlows"] = input["ExplicitAuthFlows"] is JsonArray { Count: > 0 } flows
            ? flows.DeepClone()
            : new JsonArray("ALLOW_CUSTOM_AUTH", "ALLOW_REFRESH_TOKEN_AUTH", "ALLOW_USER_SRP_AUTH");
        client["RefreshTokenValidity"] = (int?)input["RefreshTokenValidity"] is { } validity and > 0 ? validity : DefaultRefreshTokenDays;
        client["AllowedOAuthFlowsUserPoolClient"] = input.Flag("AllowedOAuthFlowsUserPoolClient");
        client["PreventUserExistenceErrors"] = input.Text("PreventUserExistenceErrors") ?? "LEGACY";
        client["EnableTokenRevocation"] = (bool?)input["EnableTokenRevocation"] ?? true;
        client["EnablePropagateAdditionalUserContextData"] = input.Flag("EnablePropagateAdditionalUserContextData");
        client["AuthSessionValidity"] = (int?)input["AuthSessionValidity"] ?? DefaultAuthSessionMinutes;
        return client;
    }

    private static JsonObject Find(SandboxUserPool pool, JsonObject input)
    {
        var id = input.Required("ClientId");
        return pool.Clients.Find(id) ?? throw new SandboxServiceException("ResourceNotFoundException", $"User pool client {id} does not exist.");
    }

    private static JsonObject Describe(JsonObject client) => new() { ["UserPoolClient"] = client.DeepClone() };

    private static JsonObject Summary(JsonObject client) =>
        new()
        {
            ["ClientId"] = client.Required("ClientId"),
            ["UserPoolId"] = client.Required("UserPoolId"),
            ["ClientName"] = client.Required("ClientName"),
        };
}
