namespace IdentityPools;

/// <summary>Whether a rule of a mapping can ever decide, or what falls through all of them.</summary>
public sealed record RoleCoverage
{
    /// <summary>The provider of the mapping.</summary>
    public required string Provider { get; init; }

    /// <summary>The rule's place in its mapping, from 1; null for what is not a rule.</summary>
    public int? Position { get; internal init; }

    /// <summary>The rule; null for what is not one.</summary>
    public RoleMappingRule? Rule { get; internal init; }

    /// <summary>What decides.</summary>
    public required RoleDecisionStep Step { get; init; }

    /// <summary>Whether any claims lead here; null where that is known only when the pool is deployed.</summary>
    public bool? IsReachable { get; internal init; }

    /// <summary>The places of the earlier rules that between them leave nothing to this one.</summary>
    public ValueList<int> ShadowedBy { get; internal init; } = [];

    /// <summary>Which claims lead here, or why none do.</summary>
    public required string Reason { get; init; }

    /// <summary>Claims that lead here, for Resolve-IdentityPoolRole -Claim; null where none do.</summary>
    public ValueMap<string>? Witness { get; internal init; }

    /// <summary>What such claims get.</summary>
    public RoleDecision? Decision { get; internal init; }

    /// <summary>The coverage on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Position is null ? $"{Step}: {Reason}" : $"{Position}. {Reason}";
}
