using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;
using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Commands;

/// <summary>Tells whether a pool is valid and free of findings of some severity.</summary>
[Cmdlet(VerbsDiagnostic.Test, "IdentityPool", HelpUri = HelpPages.Base + "Test-IdentityPool.md")]
[OutputType(typeof(bool))]
public sealed class TestIdentityPoolCommand : FindingCommand
{
    private FindingSeverity severity;

    /// <summary>The severity from which a finding counts.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<FindingSeverity>))]
    public ChoiceArgument<FindingSeverity>? Severity { get; set; }

    /// <inheritdoc/>
    private protected override void CheckArguments() => severity = Severity?.Value ?? FindingSeverity.Warning;

    /// <inheritdoc/>
    private protected override void Process() => Item(InputObject, () => WriteObject(IsGood()));

    private bool IsGood()
    {
        InputObject.CheckIsWhole();
        try
        {
            Completeness.Check(InputObject);
        }
        catch (DefinitionException exception)
        {
            WriteVerbose(exception.Message);
            return false;
        }

        var counted = Find(InputObject).Where(finding => finding.Severity >= severity && finding.Suppression is null).ToList();
        foreach (var finding in counted)
        {
            WriteVerbose(finding.ToString());
        }

        return counted.Count == 0;
    }
}
