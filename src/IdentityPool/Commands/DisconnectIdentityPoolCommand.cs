using System.Management.Automation;
using IdentityPools.Live;

namespace IdentityPools.Commands;

/// <summary>Forgets the default session of the runspace.</summary>
[Cmdlet(VerbsCommunications.Disconnect, "IdentityPool", HelpUri = HelpPages.Base + "Disconnect-IdentityPool.md")]
[OutputType(typeof(void))]
public sealed class DisconnectIdentityPoolCommand : PSCmdlet
{
    /// <inheritdoc/>
    protected override void EndProcessing() => DefaultSession.Clear();
}
