using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Ends a test as skipped.</summary>
[Cmdlet(VerbsCommon.Set, "ItResult")]
public sealed class SetItResultCommand : PSCmdlet
{
    /// <summary>Skipped.</summary>
    [Parameter(Mandatory = true)]
    public SwitchParameter Skipped { get; set; }

    /// <summary>Why.</summary>
    [Parameter]
    public string Because { get; set; } = "";

    /// <inheritdoc/>
    protected override void ProcessRecord() => ThrowTerminatingError(new(new TestSkippedException(Because), "TestSkipped", ErrorCategory.InvalidResult, null));
}

internal sealed class TestSkippedException(string message) : Exception(message);
