namespace IdentityPools.Views;

/// <summary>A finding with its remedy.</summary>
internal static class FindingTree
{
    public static ViewNode Of(IdentityPoolFinding finding) =>
        new($"{finding.Severity} {finding.RuleId}: {finding.Title}", Tone(finding))
        {
            Children =
            [
                new($"{nameof(finding.Target)}: {finding.Target}"),
                new(finding.Message),
                new($"{nameof(finding.Remedy)}: {finding.Remedy}"),
                new(finding.HelpUri.ToString()),
                .. finding.Suppression is { } reason ? [new($"{nameof(finding.Suppression)}: {reason}", ViewTone.Quiet)] : Array.Empty<ViewNode>(),
            ],
        };

    private static ViewTone Tone(IdentityPoolFinding finding) =>
        finding switch
        {
            { Suppression: not null } => ViewTone.Quiet,
            { Severity: FindingSeverity.Error } => ViewTone.Error,
            { Severity: FindingSeverity.Warning } => ViewTone.Warning,
            _ => ViewTone.Plain,
        };
}
