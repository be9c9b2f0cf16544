namespace IdentityPools.Sandbox;

/// <summary>A part of a list.</summary>
/// <param name="Items">What is on the page.</param>
/// <param name="NextToken">The token of the next page; null on the last one.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? NextToken);
