using IdentityPools.Findings;

namespace IdentityPools.Completion;

/// <summary>Completes what the findings of the pool on the line are about: those of the rules that the line names.</summary>
public sealed class FindingTargetCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var rules = line.Arguments.Texts("RuleId").ToHashSet(StringComparer.OrdinalIgnoreCase);
        return line
            .Pools.SelectMany(pool => FindingSet.Evaluate(pool))
            .Where(finding => rules.Count == 0 || rules.Contains(finding.RuleId))
            .Where(finding => finding.Suppression is null)
            .Select(finding => new Suggestion(finding.Target, finding.ToString()));
    }
}

/// <summary>Completes the ids of the rules that look for risks.</summary>
public sealed class RuleIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        FindingRules.All.Select(rule => new Suggestion(rule.Id, $"{rule.Severity}: {rule.Title}"));
}
