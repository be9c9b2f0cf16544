namespace IdentityPools.Model;

/// <summary>
/// How a definition was read, beside the account and region that its ARN tells. It says nothing about the pool: a definition
/// leaves it out of its equality, so that a pool that was read equals one that was written by hand.
/// </summary>
/// <param name="ProfileName">The profile that the credentials came from, if they came from one.</param>
/// <param name="IsSandbox">Whether the account is one in memory; null for a definition that was not read.</param>
internal sealed record PoolOrigin(string? ProfileName, bool? IsSandbox)
{
    public static readonly PoolOrigin None = new(null, null);
}
