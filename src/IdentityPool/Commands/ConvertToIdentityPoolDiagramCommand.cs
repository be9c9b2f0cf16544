using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Diagrams;
using IdentityPools.Findings;

namespace IdentityPools.Commands;

/// <summary>Writes a picture of each pool as text: who signs in, what decides, which role it gives and what that may do.</summary>
[Cmdlet(VerbsData.ConvertTo, "IdentityPoolDiagram", HelpUri = HelpPages.Base + "ConvertTo-IdentityPoolDiagram.md")]
[OutputType(typeof(string))]
public sealed class ConvertToIdentityPoolDiagramCommand : PSCmdlet
{
    private DiagramFormat format;

    /// <summary>The pools, defined or read; each one gives one text.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(VariableCompleter<IdentityPool>))]
    [TakeStored]
    public IdentityPool InputObject { get; set; } = null!;

    /// <summary>Mermaid, Svg or Html.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<DiagramFormat>))]
    public ChoiceArgument<DiagramFormat>? Format { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing() => format = this.ReadArgument(() => Format?.Value ?? DiagramFormat.Mermaid);

    /// <inheritdoc/>
    protected override void ProcessRecord() => this.WriteResult(() => Diagram.Render(InputObject, Findings(InputObject), format));

    /// <summary>What is known and accepted does not stand beside what is not.</summary>
    private static ValueList<IdentityPoolFinding> Findings(IdentityPool pool) =>
        FindingSet.Evaluate(pool).Where(finding => finding.Suppression is null).ToValueList();
}
