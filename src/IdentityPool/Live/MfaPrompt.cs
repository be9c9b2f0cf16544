using System.Management.Automation.Host;
using IdentityPools.Ports;
using IdentityPools.Values;

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
        if (CallPump.Current is not { Host.UI: { } user } pump)
        {
            throw NobodyThere(serialNumber, null);
        }

        var question = MessageText.Format(nameof(Messages.MfaCodePrompt), serialNumber);
        try
        {
            return pump.Ask(() => user.Prompt("", question, [new FieldDescription(Field)]))[Field].ToString();
        }
        catch (Exception exception) when (Consent.IsNobodyThere(exception))
        {
            throw NobodyThere(serialNumber, exception);
        }
    }

    private static ServiceException NobodyThere(string serialNumber, Exception? inner) =>
        new(
            nameof(Messages.MfaCodeNeeded),
            ServiceErrorKind.Authentication,
            MessageText.Format(nameof(Messages.MfaCodeNeeded), serialNumber),
            serialNumber,
            inner
        );
}
