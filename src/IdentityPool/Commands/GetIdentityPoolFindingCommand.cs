using System.Management.Automation;
using IdentityPools.Arguments;
using IdentityPools.Completion;

namespace IdentityPools.Commands;

/// <summary>Looks for risks and mistakes in pools and in the documents of their roles.</summary>
[Cmdlet(VerbsCommon.Get, "IdentityPoolFinding", HelpUri = HelpPages.Base + "Get-IdentityPoolFinding.md")]
[OutputType(typeof(IdentityPoolFinding))]
public sealed class GetIdentityPoolFindingCommand : FindingCommand
{
    private FindingSeverity severity;

    /// <summary>The least severity that is told.</summary>
    [Parameter]
    [ValidateNotNull]
    [ArgumentCompleter(typeof(ChoiceCompleter<FindingSeverity>))]
    public ChoiceArgument<FindingSeverity>? Severity { get; set; }

    /// <summary>The rules that are asked. Without it: all.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    [ArgumentCompleter(typeof(RuleIdCompleter))]
    public string[]? RuleId { get; set; }

    /// <summary>Tells also what the definition accepts, with its reason.</summary>
    [Parameter]
    public SwitchParameter IncludeSuppressed { get; set; }

    private protected override string[]? AskedRules => RuleId;

    /// <inheritdoc/>
    private protected override void CheckArguments() => severity = Severity?.Value ?? FindingSeverity.Information;

    /// <inheritdoc/>
    private protected override void Process() =>
        Item(
            InputObject,
            () =>
            {
                foreach (var finding in Find(InputObject).Where(finding => finding.Severity >= severity && (IncludeSuppressed || finding.Suppression is null)))
                {
                    WriteObject(finding);
                }
            }
        );
}
