using IdentityPools.Findings;

namespace IdentityPools.Binding;

/// <summary>Completes the ids of the rules that look for risks.</summary>
public sealed class RuleIdCompleter : ValueCompleter
{
    private protected override IEnumerable<(string Text, string Tooltip)> Values() =>
        FindingRules.All.Select(rule => (rule.Id, $"{rule.Severity}: {rule.Title}"));
}
