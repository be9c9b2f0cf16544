using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A finding that is known and accepted, and why.</summary>
public sealed record FindingSuppression
{
    private const int LongestReason = 500;

    private FindingSuppression(string ruleId, string reason, string? target) => (RuleId, Reason, Target) = (ruleId, reason, target);

    /// <summary>The rule.</summary>
    public string RuleId { get; }

    /// <summary>Why it is accepted.</summary>
    public string Reason { get; }

    /// <summary>The one target of findings that it is about; null for all of them.</summary>
    public string? Target { get; }

    internal string SortKey => $"{RuleId}\n{Target}";

    internal static FindingSuppression Create(string ruleId, string reason, string? target)
    {
        var known = FindingRuleId.Find(ruleId);
        return string.IsNullOrWhiteSpace(reason) ? throw DefinitionErrors.Create(nameof(Messages.SuppressionWithoutReason), ruleId, ruleId)
            : reason.Length > LongestReason ? throw DefinitionErrors.Create(nameof(Messages.SuppressionReasonTooLong), ruleId, reason.Length, LongestReason)
            : new(known, WholeText.Check(reason.Trim()), target is null ? null : WholeText.Check(target));
    }

    /// <summary>Whether it is about what a rule says of a target.</summary>
    internal bool Covers(string ruleId, string target) =>
        ruleId == RuleId && (Target is null || string.Equals(target, Target, StringComparison.OrdinalIgnoreCase));

    /// <summary>The suppression on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{RuleId}{(Target is null ? "" : $" of {Target}")}: {Reason}";
}
