using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>A user pool.</summary>
/// <param name="id">Its id.</param>
internal sealed class SandboxUserPool(string id)
{
    public string Id => id;

    /// <summary>The pool as DescribeUserPool shows it, without its tags.</summary>
    public JsonObject Settings { get; set; } = [];

    public ResourceTags Tags { get; } = new();

    /// <summary>The clients as DescribeUserPoolClient shows them.</summary>
    public PagedStore<JsonObject> Clients { get; } = new($"{id}/clients");

    public PagedStore<JsonObject> Groups { get; } = new($"{id}/groups");
}
