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
