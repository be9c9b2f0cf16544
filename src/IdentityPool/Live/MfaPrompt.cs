using System.Management.Automation.Host;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Live;

/// <summary>
/// Asks the user of whichever command is running: a session outlives the command that made it, and the code is needed when credentials are.
/// </summary>
internal sealed class MfaPrompt : ICredentialPrompt
{
    private const string Field = "MfaCode";

    /// <inheritdoc/>
    public string GetMfaCode(string serialNumber)
    {
        if (CallPump.Current is not { Host: var host } pump)
        {
            throw NobodyThere(serialNumber, null);
        }

        try
        {
            var answer = pump.Ask(() => host.UI.Prompt("", Fault.Sentence(nameof(Messages.MfaCodePrompt), serialNumber), [new FieldDescription(Field)]));
            return answer[Field].ToString();
        }
        catch (Exception exception) when (exception is HostException or InvalidOperationException or NotImplementedException)
        {
            throw NobodyThere(serialNumber, exception);
        }
    }

    private static ServiceException NobodyThere(string serialNumber, Exception? inner) =>
        new(nameof(Messages.MfaCodeNeeded), ServiceFaultKind.Authentication, Fault.Sentence(nameof(Messages.MfaCodeNeeded), serialNumber), serialNumber, inner);
}
