using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Ends a test without a verdict.</summary>
[Cmdlet(VerbsCommon.Set, "ItResult")]
public sealed class SetItResultCommand : PSCmdlet
{
    /// <summary>It does not apply.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Skipped))]
    public SwitchParameter Skipped { get; set; }

    /// <summary>It could not find out; a skipped test for xunit, which has no word for that.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Inconclusive))]
    public SwitchParameter Inconclusive { get; set; }

    /// <summary>Why.</summary>
    [Parameter]
    public string Because { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() =>
        ThrowTerminatingError(
            new(new TestSkippedException($"{ParameterSetName}. {Because}"), $"PesterTest{ParameterSetName}", ErrorCategory.InvalidResult, null)
        );
}
