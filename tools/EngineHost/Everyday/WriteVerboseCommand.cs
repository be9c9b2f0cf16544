using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Writes to the stream that its name says.</summary>
[Cmdlet(VerbsCommunications.Write, "Verbose")]
public sealed class WriteVerboseCommand : PSCmdlet
{
    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string Message { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteVerbose(Message);
}
