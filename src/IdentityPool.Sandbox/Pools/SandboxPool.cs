using System.Text.Json.Nodes;
using IdentityPools.Model;

namespace IdentityPools.Sandbox.Pools;

/// <summary>An identity pool.</summary>
/// <param name="id">Its id.</param>
/// <param name="settings">The pool as DescribeIdentityPool shows it, without its tags.</param>
internal sealed class SandboxPool(string id, JsonObject settings)
{
    private readonly Dictionary<IdentityLink, SandboxIdentity> owners = [];

    public string Id => id;

    public JsonObject Settings { get; set; } = settings;

    public ResourceTags Tags { get; } = new();

    public JsonObject Roles { get; set; } = [];

    public JsonObject RoleMappings { get; set; } = [];

    /// <summary>The attributes for access control by provider.</summary>
    public Dictionary<string, JsonObject> PrincipalTags { get; } = new(StringComparer.Ordinal);

    public PagedStore<SandboxIdentity> Identities { get; } = new($"{id}/identities");

    public string? DeveloperProviderName => Settings.Text("DeveloperProviderName");

    /// <summary>The user pools and clients that the pool takes tokens of.</summary>
    public IEnumerable<JsonObject> UserPools => (Settings["CognitoIdentityProviders"] as JsonArray ?? []).Select(provider => (JsonObject)provider!);

    /// <summary>The providers as principal tags name them.</summary>
    public IEnumerable<string> ProviderNames =>
        UserPools
            .Select(provider => provider.Required("ProviderName"))
            .Concat(Settings.Pairs("SupportedLoginProviders").Select(provider => provider.Key))
            .Concat(Settings.Texts("OpenIdConnectProviderARNs"))
            .Concat(Settings.Texts("SamlProviderARNs"));

    /// <summary>The providers as role mappings name them.</summary>
    public IEnumerable<string> MappingKeys =>
        UserPools
            .Select(provider => $"{provider.Required("ProviderName")}:{provider.Required("ClientId")}")
            .Concat(ProviderNames.Where(name => !IsUserPool(name)));

    public SandboxIdentity? OwnerOf(IdentityLink link) => owners.GetValueOrDefault(link);

    public void Link(SandboxIdentity identity, IdentityLink link, DateTimeOffset time)
    {
        owners[link] = identity;
        identity.Links.Add(link);
        identity.LastModified = time;
    }

    public void Unlink(SandboxIdentity identity, IdentityLink link, DateTimeOffset time)
    {
        owners.Remove(link);
        identity.Links.Remove(link);
        identity.LastModified = time;
    }

    public void Remove(SandboxIdentity identity)
    {
        foreach (var link in identity.Links)
        {
            owners.Remove(link);
        }

        Identities.Remove(identity.Id);
    }

    public JsonObject Describe()
    {
        var description = (JsonObject)Settings.DeepClone();
        description["IdentityPoolTags"] = Tags.ToJson();
        return description;
    }

    private static bool IsUserPool(string name) => IssuerName.IsOfUserPool(name);
}
