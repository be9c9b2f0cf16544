using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Writes to the information stream.</summary>
[Cmdlet(VerbsCommunications.Write, "Information")]
public sealed class WriteInformationCommand : PSCmdlet
{
    /// <summary>What to write.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Msg", "Message")]
    public object MessageData { get; set; } = null!;

    /// <summary>Marks by which a reader can choose.</summary>
    [Parameter(Position = 1)]
    public string[] Tags { get; set; } = [];

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteInformation(MessageData, Tags);
}
