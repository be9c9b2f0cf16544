using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Someone who uses a pool.</summary>
/// <param name="id">The identity's id.</param>
/// <param name="pool">The pool.</param>
/// <param name="created">When it came.</param>
internal sealed class SandboxIdentity(string id, SandboxPool pool, DateTimeOffset created)
{
    public string Id => id;

    public SandboxPool Pool => pool;

    public DateTimeOffset Created { get; } = created;

    public DateTimeOffset LastModified { get; set; } = created;

    /// <summary>The accounts at providers that belong to the identity; a guest has none.</summary>
    public SortedSet<IdentityLink> Links { get; } = [];

    public JsonObject ToJson() =>
        new()
        {
            ["IdentityId"] = id,
            ["Logins"] = new JsonArray([.. Links.Select(link => link.Provider).Distinct().Select(provider => (JsonNode)provider)]),
            ["CreationDate"] = Created.ToSeconds(),
            ["LastModifiedDate"] = LastModified.ToSeconds(),
        };
}
