using IdentityPools.Findings;

namespace IdentityPools.Binding;

/// <summary>Completes the ids of the rules that look for risks.</summary>
public sealed class RuleIdCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        FindingRules.All.Select(rule => new Suggestion(rule.Id, $"{rule.Severity}: {rule.Title}"));
}
