namespace IdentityPools.Simulation;

/// <summary>A group of a user pool.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role of its members; null when it has none.</param>
/// <param name="Precedence">Its rank, 0 before all others; null behind all others.</param>
internal sealed record UserPoolGroup(string Name, string? Role, int? Precedence);
