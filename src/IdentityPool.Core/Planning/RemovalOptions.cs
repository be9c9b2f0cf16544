namespace IdentityPools.Planning;

/// <summary>How a pool is removed.</summary>
internal sealed record RemovalOptions
{
    /// <summary>Leaves the managed roles.</summary>
    public bool KeepRoles { get; init; }

    /// <summary>Removes also a pool that was not published from here, or that a stack made.</summary>
    public bool Force { get; init; }

    /// <summary>The definition, when that was given: it tells which user pools may go too.</summary>
    public IdentityPool? Definition { get; init; }
}
