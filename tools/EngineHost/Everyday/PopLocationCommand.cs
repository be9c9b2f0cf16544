using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Goes back to where Push-Location was.</summary>
[Cmdlet(VerbsCommon.Pop, "Location")]
public sealed class PopLocationCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.Path.PopLocation(null);
}
