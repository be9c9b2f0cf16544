using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Waits, unless it is stopped.</summary>
[Cmdlet(VerbsLifecycle.Start, "Sleep")]
public sealed class StartSleepCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim stopped = new();

    /// <summary>How long.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = nameof(Seconds))]
    [ValidateRange(0.0, int.MaxValue / 1000)]
    public double Seconds { get; set; }

    /// <summary>How long.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Milliseconds))]
    [ValidateRange(0, int.MaxValue)]
    public int Milliseconds { get; set; }

    /// <inheritdoc/>
    public void Dispose() => stopped.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord() => stopped.Wait(ParameterSetName == nameof(Seconds) ? (int)(Seconds * 1000) : Milliseconds);

    /// <inheritdoc/>
    protected override void StopProcessing() => stopped.Set();
}
