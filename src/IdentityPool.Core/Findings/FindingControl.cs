namespace IdentityPools;

/// <summary>A public control, check or weakness that a finding answers.</summary>
/// <param name="Framework">Who has it: Security Hub, Prowler or CWE, for example.</param>
/// <param name="Id">What it is called there.</param>
/// <param name="HelpUri">Where it is described.</param>
public sealed record FindingControl(string Framework, string Id, Uri HelpUri)
{
    /// <summary>The control with its framework, on one line; ids such as <c>CWE-284</c> name it themselves.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Id.StartsWith(Framework + "-", StringComparison.Ordinal) ? Id : $"{Framework} {Id}";
}
