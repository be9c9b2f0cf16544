namespace IdentityPools.Model;

/// <summary>
/// How a definition was read, beside the account and region that its ARN tells. It says nothing about the pool: a definition
/// leaves it out of its equality, so that a pool that was read equals one that was written by hand.
/// </summary>
/// <param name="ProfileName">The profile that the credentials came from, if they came from one.</param>
/// <param name="IsSandbox">Whether the account is one in memory; null for a definition that was not read.</param>
internal sealed record PoolOrigin(string? ProfileName, bool? IsSandbox)
{
    /// <summary>The id of the pool that the definition is a copy of; it never becomes what it was copied from.</summary>
    public string? CopyOf { get; init; }

    /// <summary>
    /// The definition as it was read. What is equal to it follows AWS when the definition is published, what differs was edited; it is null for a definition that
    /// was not read, which says what it says.
    /// </summary>
    public IdentityPool? AsRead { get; init; }

    /// <summary>What the template said that the definition was imported from; null for one that was not.</summary>
    public TemplateOrigin? Template { get; init; }

    public static readonly PoolOrigin None = new(null, null);
}
