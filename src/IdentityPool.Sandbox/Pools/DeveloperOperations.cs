using System.Text.Json.Nodes;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Identities that a developer's own backend vouches for.</summary>
/// <param name="account">The account.</param>
/// <param name="pools">Its pools.</param>
internal sealed class DeveloperOperations(SandboxAccount account, PoolStore pools)
{
    private const int DefaultSeconds = 900;

    public JsonObject GetOpenIdTokenForDeveloperIdentity(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var provider = pool.DeveloperProviderName;
        var logins = (JsonObject)input["Logins"]!;
        if (provider is null || logins.Text(provider) is not { } user)
        {
            throw PoolErrors.Invalid("Please provide a valid developer provider.");
        }

        var link = new IdentityLink(provider, user);
        var identity = IdentityOf(input, pool, link, context);
        if (!identity.Links.Contains(link))
        {
            pool.Link(identity, link, context.Time);
        }

        var others = (JsonObject)logins.DeepClone();
        others.Remove(provider);
        if (others.Count > 0)
        {
            var read = new LoginReader(pool, account.IamOf(context.Partition), context).Read(new() { ["Logins"] = others });
            new IdentityLinking(pools, context).Link(identity, read);
        }

        var methods = new[] { "authenticated", provider, $"{provider}:{pool.Id}:{user}" };
        var validity = TimeSpan.FromSeconds((long?)input["TokenDuration"] ?? DefaultSeconds);
        return new() { ["IdentityId"] = identity.Id, ["Token"] = OpenIdToken.Create(identity, methods, validity, context, [.. input.Pairs("PrincipalTags")]) };
    }

    public JsonObject LookupDeveloperIdentity(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var provider = Provider(pool);
        var byUser = input.Text("DeveloperUserIdentifier") is { } user ? Owner(pool, provider, user) : null;
        var byId = input.Text("IdentityId") is not null ? Own(pool, pools.FindIdentity(input, context)) : null;
        if (byUser is not null && byId is not null && byUser != byId)
        {
            throw PoolErrors.Conflict("The developer user identifier belongs to another identity.");
        }

        var identity = byUser ?? byId ?? throw PoolErrors.Invalid("Either an IdentityId or a DeveloperUserIdentifier is required.");
        var users = new PagedStore<string>($"{identity.Id}/users");
        foreach (var link in identity.Links.Where(link => link.Provider == provider))
        {
            users.Add(link.Subject, link.Subject);
        }

        var output = users
            .Page(input.Text("NextToken"), (int?)input["MaxResults"] ?? Limits.PageSize)
            .ToOutput("DeveloperUserIdentifierList", name => (JsonNode)name);
        output["IdentityId"] = identity.Id;
        return output;
    }

    public JsonObject MergeDeveloperIdentities(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var provider = Provider(pool, input);
        var source = Owner(pool, provider, input.Required("SourceUserIdentifier"));
        var destination = Owner(pool, provider, input.Required("DestinationUserIdentifier"));
        if (source == destination)
        {
            throw PoolErrors.Conflict("Both developer users are the same identity already.");
        }

        var links = source.Links.ToArray();
        pools.Remove(source);
        foreach (var link in links)
        {
            pool.Link(destination, link, context.Time);
        }

        return new() { ["IdentityId"] = destination.Id };
    }

    public JsonObject? UnlinkDeveloperIdentity(JsonObject input, SandboxContext context)
    {
        var pool = pools.Find(input, context);
        var link = new IdentityLink(Provider(pool, input), input.Required("DeveloperUserIdentifier"));
        var identity = Own(pool, pools.FindIdentity(input, context));
        if (!identity.Links.Contains(link))
        {
            throw PoolErrors.Conflict("The developer user identifier does not belong to the identity.");
        }

        pool.Unlink(identity, link, context.Time);
        return null;
    }

    private SandboxIdentity IdentityOf(JsonObject input, SandboxPool pool, IdentityLink link, SandboxContext context)
    {
        var owner = pool.OwnerOf(link);
        if (input.Text("IdentityId") is null)
        {
            return owner ?? pools.NewIdentity(pool, context);
        }

        var identity = Own(pool, pools.FindIdentity(input, context));
        return owner is null || owner == identity
            ? identity
            : throw new SandboxServiceException(
                "DeveloperUserAlreadyRegisteredException",
                "The developer user identifier is already registered with another identity."
            );
    }

    private static string Provider(SandboxPool pool) => pool.DeveloperProviderName ?? throw PoolErrors.Invalid("The identity pool has no developer provider.");

    private static string Provider(SandboxPool pool, JsonObject input) =>
        input.Required("DeveloperProviderName") is var name && name == Provider(pool)
            ? name
            : throw PoolErrors.Invalid($"{name} is not the developer provider of the identity pool.");

    private static SandboxIdentity Owner(SandboxPool pool, string provider, string user) =>
        pool.OwnerOf(new(provider, user)) ?? throw PoolErrors.NotFound($"Developer user '{user}' not found.");

    private static SandboxIdentity Own(SandboxPool pool, SandboxIdentity identity) =>
        identity.Pool == pool ? identity : throw PoolErrors.NotFound($"Identity '{identity.Id}' not found.");
}
