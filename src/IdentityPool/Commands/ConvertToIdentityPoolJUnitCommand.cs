using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Findings;

namespace IdentityPools.Commands;

/// <summary>Writes findings as a JUnit report, which build servers show as tests; all of the pipeline in one report.</summary>
[Cmdlet(VerbsData.ConvertTo, "IdentityPoolJUnit", HelpUri = HelpPages.Base + "ConvertTo-IdentityPoolJUnit.md")]
[OutputType(typeof(string))]
public sealed class ConvertToIdentityPoolJUnitCommand : FindingReportCommand
{
    /// <summary>The severity from which a finding is a failure.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<FindingSeverity>))]
    public ChoiceArgument<FindingSeverity>? Severity { get; set; }

    private protected override string Write(IReadOnlyList<IdentityPoolFinding> findings, SarifArtifact? artifact) =>
        JUnitReport.Write(findings, Severity?.Value ?? FindingSeverity.Warning, artifact);
}
