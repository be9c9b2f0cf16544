namespace IdentityPools.Policies;

/// <summary>One statement of a policy document, as it was read.</summary>
internal sealed record ParsedStatement
{
    public string? Sid { get; init; }

    public required bool Allows { get; init; }

    /// <summary>What decides about the statement, or a part of it, when a template is deployed; null where all is written.</summary>
    public string? Untold { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public IReadOnlyList<string>? NotActions { get; init; }

    public IReadOnlyList<string>? Resources { get; init; }

    public IReadOnlyList<string>? NotResources { get; init; }

    /// <summary>Who the statement is about; null where the element is missing.</summary>
    public IReadOnlyList<PolicyPrincipal>? Principals { get; init; }

    public IReadOnlyList<PolicyPrincipal>? NotPrincipals { get; init; }

    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }
}
