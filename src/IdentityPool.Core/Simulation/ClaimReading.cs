namespace IdentityPools.Simulation;

/// <summary>How what AWS does not document is read; the default is what public reports show, and what is nearest to the documents.</summary>
/// <param name="IgnoresCase">Whether upper and lower case are the same.</param>
/// <param name="ByItem">Whether a rule looks at the items of a list one by one instead of at all of them as one text.</param>
internal readonly record struct ClaimReading(bool IgnoresCase = false, bool ByItem = false)
{
    public StringComparison Comparison => IgnoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
}
