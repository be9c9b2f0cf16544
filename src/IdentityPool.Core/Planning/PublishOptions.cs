namespace IdentityPools.Planning;

/// <summary>How a definition is brought to AWS.</summary>
internal sealed record PublishOptions
{
    /// <summary>The pool to change; without it the definition's id, else its name decides.</summary>
    public string? Id { get; init; }

    /// <summary>Takes over a pool of that name that was not made here.</summary>
    public bool Adopt { get; init; }

    /// <summary>Removes what the definition does not mention.</summary>
    public bool Prune { get; init; }

    /// <summary>What the definitions that are published together ask of the providers that they share; that is not pruned.</summary>
    public SharedAudiences Shared { get; init; } = SharedAudiences.None;

    /// <summary>Leaves what was made when creation fails half-way.</summary>
    public bool NoRollback { get; init; }
}
