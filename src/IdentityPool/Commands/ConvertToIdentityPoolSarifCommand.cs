using System.Management.Automation;
using IdentityPools.Findings;

namespace IdentityPools.Commands;

/// <summary>Writes findings as SARIF 2.1.0, which code scanning tools read; all of the pipeline in one log.</summary>
[Cmdlet(VerbsData.ConvertTo, "IdentityPoolSarif", HelpUri = HelpPages.Base + "ConvertTo-IdentityPoolSarif.md")]
[OutputType(typeof(string))]
public sealed class ConvertToIdentityPoolSarifCommand : FindingReportCommand
{
    private protected override string Write(IReadOnlyList<IdentityPoolFinding> findings, SarifArtifact? artifact) =>
        SarifLog.Write(findings, artifact, GetType().Assembly.GetName().Version!.ToString(3));
}
