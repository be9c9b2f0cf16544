using IdentityPools.Model;

namespace IdentityPools.Planning;

/// <summary>What was made with a pool earlier, as a definition speaks of it.</summary>
internal sealed record KnownParts
{
    public string? PoolId { get; init; }

    /// <summary>The ids of managed user pools by <see cref="PartOf(UserPool, string)"/>.</summary>
    public ValueMap<string> UserPools { get; init; } = ValueMap<string>.Empty;

    /// <summary>The ids of managed clients by user pool and <see cref="PartOf(UserPoolClient)"/>.</summary>
    public ValueMap<string> Clients { get; init; } = ValueMap<string>.Empty;

    /// <summary>The ARNs of SAML providers without a name, by logical id.</summary>
    public ValueMap<string> SamlProviders { get; init; } = ValueMap<string>.Empty;

    /// <summary>Whether the parts of the definition are known by their places, so that what only the stack knows can be looked at.</summary>
    public bool IsByPlace { get; init; }

    /// <summary>The ARNs of roles that were not made here and stand in the place of a role of the definition, by its name there.</summary>
    public ValueMap<string> Roles { get; init; } = ValueMap<string>.Empty;

    /// <summary>The parts (user pools and clients by their part of the definition, providers of IAM by their ARNs) that are what is attached in their place, and are neither looked for by a name nor recorded as made here.</summary>
    public IReadOnlySet<string> Bound { get; init; } = new HashSet<string>();

    /// <summary>What the bookkeeping of a pool tells.</summary>
    public static KnownParts From(string? poolId, ValueMap<string> tags) =>
        new()
        {
            PoolId = poolId,
            UserPools = Map(Bookkeeping.UserPools(tags).Select(entry => (entry.Name, entry.Id))),
            Clients = Map(Bookkeeping.Clients(tags).Select(entry => (entry.Owner, entry.ClientId))),
        };

    /// <summary>The part of a client's definition that tells it from the others of its user pool.</summary>
    public static string PartOf(UserPoolClient client) =>
        client.TypedName is not null ? LogicalName.From(client.TypedName)
        : client.LogicalId is null ? ""
        : "/" + client.LogicalId;

    /// <summary>The part of a user pool's definition that tells it from the others.</summary>
    /// <param name="userPool">The definition.</param>
    /// <param name="name">The name that it gets. One that is made up changes with the name of the identity pool, the logical id does not.</param>
    public static string PartOf(UserPool userPool, string name) => userPool.TypedName is null ? "/" + userPool.ResourceId : LogicalName.From(name);

    public KnownParts WithUserPool(string part, string id) => this with { UserPools = With(UserPools, part, id) };

    public KnownParts WithoutUserPool(string part) => this with { UserPools = Without(UserPools, part) };

    public KnownParts WithClient(string owner, string id) => this with { Clients = With(Clients, owner, id) };

    public KnownParts WithoutClient(string owner) => this with { Clients = Without(Clients, owner) };

    private static ValueMap<string> With(ValueMap<string> map, string key, string value) =>
        ValueMap<string>.Create(Without(map, key).Append(KeyValuePair.Create(key, value)));

    private static ValueMap<string> Without(ValueMap<string> map, string key) => ValueMap<string>.Create(map.Where(entry => entry.Key != key));

    private static ValueMap<string> Map(IEnumerable<(string Key, string Value)> entries) =>
        ValueMap<string>.Create(entries.DistinctBy(entry => entry.Key).Select(entry => KeyValuePair.Create(entry.Key, entry.Value)));
}
