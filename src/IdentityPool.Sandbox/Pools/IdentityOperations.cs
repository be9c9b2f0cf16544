using System.Text.Json.Nodes;
using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Create, read and delete identities.</summary>
/// <param name="account">The account.</param>
/// <param name="pools">Its pools.</param>
internal sealed class IdentityOperations(SandboxAccount account, PoolStore pools)
{
    public JsonObject GetId(JsonObject input, SandboxContext context)
    {
        if (input.Text("AccountId") is { } id && id != account.AccountId)
        {
            throw PoolErrors.NotFound($"IdentityPool '{input.Required("IdentityPoolId")}' not found.");
        }

        var pool = pools.Find(input, context);
        if (input.Pairs("Logins").Any(login => login.Key == context.Partition.TrustPrincipal))
        {
            // Whoever has such a token has an identity already: the token says which.
            throw PoolErrors.InvalidToken(ServiceMessages.CognitoToken);
        }

        var logins = Reader(pool, context).Read(input);
        if (logins.Count == 0)
        {
            IdentityLinking.CheckGuests(pool);
            return Answer(pools.NewIdentity(pool, context));
        }

        return Answer(new IdentityLinking(pools, context).FindOrCreate(pool, logins));
    }

    public JsonObject DescribeIdentity(JsonObject input, SandboxContext context) => pools.FindIdentity(input, context).ToJson();

    public JsonObject ListIdentities(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var output = pool.Identities.Page(input.Text("NextToken"), (int)input["MaxResults"]!).ToOutput("Identities", identity => identity.ToJson());
        output["IdentityPoolId"] = pool.Id;
        return output;
    }

    public JsonObject DeleteIdentities(JsonObject input, SandboxContext context)
    {
        var unprocessed = new JsonArray();
        foreach (var id in input.Texts("IdentityIdsToDelete"))
        {
            if (pools.FindIdentity(id, context) is { } identity)
            {
                pools.Remove(identity);
            }
            else
            {
                unprocessed.Add(new JsonObject { ["IdentityId"] = id, ["ErrorCode"] = "AccessDenied" });
            }
        }

        return new() { ["UnprocessedIdentityIds"] = unprocessed };
    }

    public JsonObject? UnlinkIdentity(JsonObject input, SandboxContext context)
    {
        var identity = pools.FindIdentity(input, context);
        new IdentityLinking(pools, context).Check(identity, Reader(identity.Pool, context).Read(input));
        var providers = input.Texts("LoginsToRemove").ToHashSet(StringComparer.Ordinal);
        foreach (var link in identity.Links.Where(link => providers.Contains(link.Provider)).ToArray())
        {
            identity.Pool.Unlink(identity, link, context.Time);
        }

        return null;
    }

    private LoginReader Reader(SandboxPool pool, SandboxContext context) => new(pool, account.IamOf(context.Partition), context);

    private static JsonObject Answer(SandboxIdentity identity) => new() { ["IdentityId"] = identity.Id };
}
