namespace IdentityPools.Planning;

/// <summary>All that has to be done for a pool to be as defined, in order.</summary>
internal sealed record PublishPlan
{
    /// <summary>The definition.</summary>
    public required IdentityPool Desired { get; init; }

    public required PublishOptions Options { get; init; }

    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    /// <summary>The name that the pool has now; the new one when it will be created.</summary>
    public string LiveName => Actual.Pool?.Name ?? Name;

    /// <summary>The pool's id; null when it will be created.</summary>
    public required string? Id { get; init; }

    /// <summary>The calls, in order.</summary>
    public required ValueList<PlanStep> Steps { get; init; }

    /// <summary>What stays although the definition does not mention it.</summary>
    public required ValueList<IdentityPoolChange> Kept { get; init; }

    /// <summary>What was found when the plan was made.</summary>
    public required LiveState Actual { get; init; }

    /// <summary>What shall be, where names that AWS will give stand as marks.</summary>
    public required LiveState Wanted { get; init; }

    public required AwsAccount Account { get; init; }

    /// <summary>When the state was read, in ticks of <see cref="TimeProvider.GetTimestamp"/>.</summary>
    public required long ReadAt { get; init; }

    /// <summary>Whether the pool will be created.</summary>
    public bool IsCreation => Id is null;

    /// <summary>What would be deleted, detached or taken away.</summary>
    public IEnumerable<IdentityPoolChange> Losses => Steps.SelectMany(step => step.Changes).Where(change => change.IsLoss);

    /// <summary>Every difference, then what is kept.</summary>
    public IEnumerable<IdentityPoolChange> Changes => Steps.SelectMany(step => step.Changes).Concat(Kept);
}
