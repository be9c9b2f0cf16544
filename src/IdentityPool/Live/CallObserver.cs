using System.Management.Automation;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Live;

/// <summary>Brings what a service reports to the streams of the command.</summary>
/// <param name="cmdlet">The command.</param>
/// <param name="pump">Its pump.</param>
/// <param name="bar">Its progress bar.</param>
/// <param name="name">What is worked on, for people.</param>
/// <param name="entered">The accounts that the command has said to work in.</param>
internal sealed class CallObserver(Cmdlet cmdlet, CallPump pump, ProgressBar bar, string name, HashSet<AwsAccount> entered) : ICallObserver
{
    private volatile Tuple<int, int>? progress;

    /// <summary>What is worked on, for people.</summary>
    public string Name { get; } = name;

    /// <summary>How many steps are done of how many, as far as it was said.</summary>
    public (int Done, int Total)? Progress => progress is var (done, total) ? (done, total) : null;

    /// <inheritdoc/>
    public void Entered(AwsAccount account) =>
        pump.Post(() =>
        {
            if (entered.Add(account))
            {
                cmdlet.WriteVerbose(
                    account.CallerArn is { } caller
                        ? MessageText.Format(nameof(Messages.WorkingInAs), account, caller)
                        : MessageText.Format(nameof(Messages.WorkingIn), account)
                );
            }
        });

    /// <inheritdoc/>
    public void Called(ApiCall call) => pump.Post(() => cmdlet.WriteVerbose(Text(call)));

    /// <inheritdoc/>
    public void Progressed(int done, int total, string description)
    {
        progress = new(done, total);
        pump.Post(() => bar.Report(this, Name, done, total, description));
    }

    /// <inheritdoc/>
    public void Changed(string description) => pump.Post(() => cmdlet.WriteInformation(ShownText.Line($"{Name}: {description}"), [nameof(IdentityPool)]));

    /// <inheritdoc/>
    public void Repeats(ServiceException reason) => pump.Post(() => cmdlet.WriteDebug(MessageText.Format(nameof(Messages.StepRepeats), Name, reason.Message)));

    /// <inheritdoc/>
    public void Warned(string message) => pump.Post(() => cmdlet.WriteWarning(message));

    private static string Text(ApiCall call)
    {
        var milliseconds = (long)call.Duration.TotalMilliseconds;
        return call.Error is null
            ? MessageText.Format(nameof(Messages.CallDone), call.Operation, call.Target, milliseconds)
            : MessageText.Format(nameof(Messages.CallFailed), call.Operation, call.Target, milliseconds, call.Error);
    }
}
