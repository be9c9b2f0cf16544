using System.Management.Automation;
using IdentityPools.Errors;
using IdentityPools.Live;
using IdentityPools.Ports;

namespace IdentityPools.Commands;

/// <summary>Tells which account, region and credentials a command that calls AWS would use.</summary>
[Cmdlet(VerbsCommon.Get, "IdentityPoolSession", HelpUri = HelpPages.Base + "Get-IdentityPoolSession.md")]
[OutputType(typeof(IdentityPoolSession))]
public sealed class GetIdentityPoolSessionCommand : PSCmdlet
{
    private CallPump pump = null!;

    /// <inheritdoc/>
    protected override void BeginProcessing() => pump = new(Host);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        try
        {
            var session = InForce();
            var observer = new CallObserver(this, pump, new ProgressBar(this), session.ToString(), []);
            pump.Wait(pump.Start(cancellation => session.Service.GetAccountAsync(observer, cancellation)));
            WriteObject(session);
        }
        catch (ServiceException exception)
        {
            pump.Abandon();
            ThrowTerminatingError(ErrorRecords.Create(exception, nameof(IdentityPoolSession)));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => pump?.Stop();

    private IdentityPoolSession InForce()
    {
        if (DefaultSession.IsBlocked)
        {
            throw Connection.BlockedException();
        }

        var settings = new ConnectionSettings();
        return DefaultSession.Value ?? new(Connection.OpenUnasked(pump, settings), settings) { IsFromChain = true };
    }
}
