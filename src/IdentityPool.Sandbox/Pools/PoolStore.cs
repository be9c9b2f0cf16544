using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Pools;

/// <summary>The identity pools of an account and their identities.</summary>
internal sealed class PoolStore
{
    private readonly Dictionary<string, PagedStore<SandboxPool>> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SandboxIdentity> identities = new(StringComparer.Ordinal);

    public PagedStore<SandboxPool> In(string region)
    {
        if (!regions.TryGetValue(region, out var pools))
        {
            regions[region] = pools = new($"{region}/identitypools");
        }

        return pools;
    }

    /// <summary>The pool that a request names.</summary>
    public SandboxPool Find(JsonObject input, SandboxContext context) => Find(input.Required("IdentityPoolId"), context);

    public SandboxPool Find(string id, SandboxContext context) => In(context.Region).Find(id) ?? throw PoolErrors.NotFound($"IdentityPool '{id}' not found.");

    /// <summary>The identity that a request names.</summary>
    public SandboxIdentity FindIdentity(JsonObject input, SandboxContext context)
    {
        var id = input.Required("IdentityId");
        return FindIdentity(id, context) ?? throw PoolErrors.NotFound($"Identity '{id}' not found.");
    }

    public SandboxIdentity? FindIdentity(string id, SandboxContext context) =>
        id.StartsWith(context.Region + ":", StringComparison.Ordinal) ? identities.GetValueOrDefault(id) : null;

    public SandboxIdentity NewIdentity(SandboxPool pool, SandboxContext context)
    {
        var identity = new SandboxIdentity(NewId(context), pool, context.Time);
        identities.Add(identity.Id, identity);
        pool.Identities.Add(identity.Id, identity);
        return identity;
    }

    public void Remove(SandboxIdentity identity)
    {
        identities.Remove(identity.Id);
        identity.Pool.Remove(identity);
    }

    public void Remove(SandboxPool pool, SandboxContext context)
    {
        foreach (var identity in pool.Identities.Items)
        {
            identities.Remove(identity.Id);
        }

        In(context.Region).Remove(pool.Id);
    }

    /// <summary>Pools and identities have ids of one form.</summary>
    public static string NewId(SandboxContext context) => $"{context.Region}:{Guid.NewGuid()}";
}
