using IdentityPools.Findings;

namespace IdentityPools;

/// <summary>One risk or mistake in a pool.</summary>
public sealed record IdentityPoolFinding
{
    internal IdentityPoolFinding(FindingRule rule, FindingSubject subject, IdentityPool pool, string message, string remedy) =>
        (Rule, Subject, Pool, Message, Remedy) = (rule, subject, pool, message, remedy);

    /// <summary>The rule that found it.</summary>
    public string RuleId => Rule.Id;

    /// <summary>How much it matters.</summary>
    public FindingSeverity Severity => Rule.Severity;

    /// <summary>What it is in a few words.</summary>
    public string Title => Rule.Title;

    /// <summary>What was found, and why it matters.</summary>
    public string Message { get; }

    /// <summary>What it is about: the pool, a provider, a mapping, a rule or a role.</summary>
    public string Target => Subject.Name;

    /// <summary>The command that mends it.</summary>
    public string Remedy { get; }

    /// <summary>The page of AWS that explains it.</summary>
    public Uri HelpUri => Rule.HelpUri;

    /// <summary>The public controls that it answers: checks of other tools, and kinds of weakness.</summary>
    public ValueList<FindingControl> Controls => Rule.Controls;

    /// <summary>The reason for which the definition says that it is known and accepted; null for one that counts.</summary>
    public string? Suppression { get; internal init; }

    /// <summary>The pool.</summary>
    public IdentityPool Pool { get; }

    internal FindingRule Rule { get; }

    internal FindingSubject Subject { get; }

    /// <summary>The finding on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Severity} {RuleId}: {Message}";
}

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>A risk to be weighed, or something that will surprise.</summary>
    Warning,

    /// <summary>Someone gets what they should not, or nobody gets what they should.</summary>
    Error,
}
