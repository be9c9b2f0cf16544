using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Where the session is.</summary>
[Cmdlet(VerbsCommon.Get, "Location")]
public sealed class GetLocationCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(SessionState.Path.CurrentLocation);
}
