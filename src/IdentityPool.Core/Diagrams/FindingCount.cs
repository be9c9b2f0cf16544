using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>How many findings there are, in words.</summary>
internal static class FindingCount
{
    /// <summary>The number of each severity, the worst first; empty when nothing counts.</summary>
    public static string Of(IEnumerable<IdentityPoolFinding> findings) =>
        string.Join(
            ", ",
            findings
                .Where(finding => finding.Suppression is null)
                .GroupBy(finding => finding.Severity)
                .OrderByDescending(group => group.Key)
                .Select(group => Counted(group.Key, group.Count()))
        );

    private static string Counted(FindingSeverity severity, int count) =>
        Fault.Sentence(
            (severity, count) switch
            {
                (FindingSeverity.Error, 1) => nameof(Messages.PictureError),
                (FindingSeverity.Error, _) => nameof(Messages.PictureErrors),
                (FindingSeverity.Warning, 1) => nameof(Messages.PictureWarning),
                (FindingSeverity.Warning, _) => nameof(Messages.PictureWarnings),
                (_, 1) => nameof(Messages.PictureRemark),
                _ => nameof(Messages.PictureRemarks),
            },
            count
        );
}
