namespace IdentityPools;

/// <summary>One thing that was looked at on the way to a decision: a rule, or a claim that names roles.</summary>
public sealed record RoleTraceEntry
{
    /// <summary>The rule's place in its mapping, from 1; null for what is not a rule.</summary>
    public int? Position { get; internal init; }

    /// <summary>The rule; null for what is not one.</summary>
    public RoleMappingRule? Rule { get; internal init; }

    /// <summary>Whether it applies to the claims; null where that is known only when the pool is deployed.</summary>
    public bool? IsMatch { get; internal init; }

    /// <summary>Whether it decided.</summary>
    public bool IsDecisive { get; internal init; }

    /// <summary>Why it applies or does not.</summary>
    public required string Reason { get; init; }

    /// <summary>The entry on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Position is null ? Reason : $"{Position}. {Reason}";
}
