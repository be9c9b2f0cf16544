using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Goes to a directory and remembers the way back.</summary>
[Cmdlet(VerbsCommon.Push, "Location")]
public sealed class PushLocationCommand : PSCmdlet
{
    /// <summary>The directory.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        SessionState.Path.PushCurrentLocation(null);
        SessionState.Path.SetLocation(Path);
    }
}
