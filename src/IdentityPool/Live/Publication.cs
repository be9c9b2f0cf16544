using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Live;

/// <summary>One definition on its way to AWS.</summary>
internal sealed class Publication(IdentityPool definition, IIdentityPoolService service, CallObserver observer)
{
    private volatile bool hasBegun;

    public CallObserver Observer { get; } = observer;

    public IdentityPool Definition { get; } = definition;

    /// <summary>What has to be done, once that is known.</summary>
    public PublishPlan? Plan { get; private set; }

    /// <summary>The work, once it was agreed to.</summary>
    public Task<IdentityPool>? Work { get; set; }

    public string Name => Plan?.Name ?? Definition.ToString();

    public bool IsDone => Work is { IsCompletedSuccessfully: true };

    /// <summary>What has been done of a work that did not come to its end; null when nothing has.</summary>
    public string? PartDone =>
        IsDone || !hasBegun ? null
        : Observer.Progress is var (done, total) ? $"{Name} ({done}/{total})"
        : Name;

    public async Task<PublishPlan> PlanAsync(PublishOptions options, CancellationToken cancellation) =>
        Plan = await service.PlanAsync(Definition, options, Observer, cancellation).ConfigureAwait(false);

    public Task<IdentityPool> PublishAsync(CancellationToken cancellation)
    {
        hasBegun = true;
        return service.PublishAsync(Plan!, Observer, cancellation);
    }
}
