using IdentityPools.Model;

namespace IdentityPools.Policies;

/// <summary>A policy document, as it was read.</summary>
/// <param name="Version">The version of the policy language; null where the document names none.</param>
/// <param name="Statements">At least one statement.</param>
internal sealed record ParsedPolicy(string? Version, IReadOnlyList<ParsedStatement> Statements)
{
    /// <summary>Whether resources or conditions hold policy variables.</summary>
    public bool UsesVariables =>
        Statements.Any(statement =>
            (statement.Resources ?? [])
                .Concat(statement.NotResources ?? [])
                .Concat(statement.Conditions.SelectMany(condition => condition.Values))
                .Any(text => text.Replace(TrustPolicy.ThisPool, "", StringComparison.Ordinal).Contains("${", StringComparison.Ordinal))
        );

    /// <summary>The number of characters that count against IAM's limits: white space is free.</summary>
    public static int SizeOf(string document) => document.Count(character => !char.IsWhiteSpace(character));
}

/// <summary>One statement of a policy document, as it was read.</summary>
internal sealed record ParsedStatement
{
    public string? Sid { get; init; }

    public required bool Allows { get; init; }

    /// <summary>What decides about the statement, or a part of it, when a template is deployed; null where all is written.</summary>
    public string? UnknownReason { get; init; }

    public IReadOnlyList<string>? Actions { get; init; }

    public IReadOnlyList<string>? NotActions { get; init; }

    public IReadOnlyList<string>? Resources { get; init; }

    public IReadOnlyList<string>? NotResources { get; init; }

    /// <summary>Who the statement is about; null where the element is missing.</summary>
    public IReadOnlyList<PolicyPrincipal>? Principals { get; init; }

    public IReadOnlyList<PolicyPrincipal>? NotPrincipals { get; init; }

    public required IReadOnlyList<PolicyCondition> Conditions { get; init; }
}

/// <summary>One principal of a statement.</summary>
/// <param name="Kind">AWS, Service or Federated; empty for the bare <c>*</c>.</param>
/// <param name="Name">The ARN, account, service or provider.</param>
internal readonly record struct PolicyPrincipal(string Kind, string Name)
{
    /// <summary>An asterisk in place of the kinds.</summary>
    public static readonly PolicyPrincipal Everyone = new(string.Empty, "*");
}
