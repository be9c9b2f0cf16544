namespace IdentityPools.Planning;

/// <summary>All that goes with a pool, in order.</summary>
internal sealed record RemovalPlan
{
    public required string Id { get; init; }

    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    public required AwsAccount Account { get; init; }

    /// <summary>The calls, in order.</summary>
    public required ValueList<PlanStep> Steps { get; init; }

    /// <summary>What was made for the pool and stays: user pools, and providers of IAM that other pools may use too.</summary>
    public required ValueList<KeptPart> Kept { get; init; }

    /// <summary>The ARNs of the pool's roles by their names in IAM.</summary>
    public ValueMap<string> RoleArns { get; init; } = ValueMap<string>.Empty;
}
