namespace IdentityPools.Ports;

/// <summary>What a list tells of a pool.</summary>
internal sealed record IdentityPoolListing(string Id, string Name);
