using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Live;

/// <summary>One definition on its way to AWS.</summary>
internal sealed class Publication(IdentityPool definition, IIdentityPoolService service, CallObserver observer)
{
    private readonly TaskCompletionSource<bool> end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<List<Publication>> earlier = [];
    private volatile bool hasBegun;

    public CallObserver Observer { get; } = observer;

    public IdentityPool Definition { get; } = definition;

    /// <summary>What has to be done, once that is known.</summary>
    public PublishPlan? Plan { get; private set; }

    /// <summary>The work, once it was agreed to.</summary>
    public Task<IdentityPool>? Work { get; set; }

    public string Name => Plan?.Name ?? Definition.ToString();

    /// <summary>Whether the command has heard why the work failed.</summary>
    public bool IsTold { get; set; }

    /// <summary>Why the work failed; null when it did not.</summary>
    public Exception? Failure => Work?.Exception?.InnerException;

    public bool IsDone => Work is { IsCompletedSuccessfully: true };

    /// <summary>What has been done of a work that did not come to its end; null when nothing has. Of one that failed, its error says it.</summary>
    public string? PartDone =>
        IsDone || Failure is not null || !hasBegun ? null
        : Observer.Progress is var (done, total) ? $"{Name} ({done}/{total})"
        : Name;

    /// <summary>Has this one wait for those before it that create the same part, until one of them has made it.</summary>
    public void Follow(List<Publication> others) => earlier.Add([.. others]);

    public async Task<PublishPlan> PlanAsync(PublishOptions options, CancellationToken cancellation)
    {
        try
        {
            foreach (var others in earlier)
            {
                await MadeAsync(others, cancellation).ConfigureAwait(false);
            }

            Plan = await service.PlanAsync(Definition, options, Observer, cancellation).ConfigureAwait(false);
            Plan.CheckTakenOver();
            Plan.CheckSecrets();
            return Plan;
        }
        catch
        {
            End(isMade: false);
            throw;
        }
    }

    public async Task<IdentityPool> PublishAsync(CancellationToken cancellation)
    {
        hasBegun = true;
        var isMade = false;
        try
        {
            var pool = await service.PublishAsync(Plan!, Observer, cancellation).ConfigureAwait(false);
            isMade = true;
            return pool;
        }
        finally
        {
            End(isMade);
        }
    }

    /// <summary>Nothing is done; a pool that needs nothing has all its parts.</summary>
    public void Skip() => End(Plan is { Steps.Count: 0 });

    private void End(bool isMade) => end.TrySetResult(isMade);

    // Only those that came first are waited for, so nobody waits for one who waits for him.
    private static async Task MadeAsync(List<Publication> others, CancellationToken cancellation)
    {
        foreach (var other in others)
        {
            if (await other.end.Task.WaitAsync(cancellation).ConfigureAwait(false))
            {
                return;
            }
        }
    }
}
