using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Goes to a directory.</summary>
[Cmdlet(VerbsCommon.Set, "Location")]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>The directory.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.Path.SetLocation(Path);
}
