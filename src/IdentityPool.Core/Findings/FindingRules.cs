using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Findings;

/// <summary>Every rule, in the order in which findings are told.</summary>
internal static class FindingRules
{
    private static readonly Dictionary<string, FindingRule> ById = new[]
    {
        PoolRules.All,
        GuestRules.All,
        ClaimRules.All,
        SessionRules.All,
        TrustRules.All,
        PermissionRules.All,
        GoneRules.All,
    }
        .SelectMany(rules => rules)
        .ToDictionary(rule => rule.Id, StringComparer.Ordinal);

    public static readonly IReadOnlyList<FindingRule> All = [.. FindingRuleId.All.Select(id => ById[id])];

    /// <exception cref="DefinitionException">There is no such rule.</exception>
    public static FindingRule Find(string id) => ById[FindingRuleId.Find(id)];
}

/// <summary>Everything that the rules find in a pool.</summary>
internal static class FindingSet
{
    /// <summary>The findings, the most severe first; those that the definition accepts carry its reason.</summary>
    /// <param name="pool">The pool.</param>
    /// <param name="surroundings">What an account says of what the pool points to; null when none was asked.</param>
    /// <param name="rules">The rules; null for all.</param>
    public static ValueList<IdentityPoolFinding> Evaluate(IdentityPool pool, PoolSurroundings? surroundings = null, IEnumerable<FindingRule>? rules = null)
    {
        var context = new FindingContext(pool, surroundings);
        return (rules ?? FindingRules.All)
            .SelectMany(rule => rule.Check(context).DistinctBy(finding => finding.Message))
            .Select(finding => finding with { Suppression = pool.Suppressions.FirstOrDefault(known => known.Covers(finding.RuleId, finding.Target))?.Reason })
            .OrderByDescending(finding => finding.Severity)
            .ToValueList();
    }
}
