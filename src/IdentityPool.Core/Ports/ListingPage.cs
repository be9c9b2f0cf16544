namespace IdentityPools.Ports;

/// <summary>A part of the list of an account's pools, and whether the list ends with it.</summary>
internal sealed record ListingPage(IReadOnlyList<IdentityPoolListing> Pools, bool IsLast);
