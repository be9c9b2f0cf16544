using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// Takes parts away, one call after the other. A part that cannot go does not keep the others from going, except for those that it points to: they wait
/// until it is gone with something else, or stay.
/// </summary>
/// <param name="execute">Makes a call, or throws when the work is cancelled.</param>
/// <param name="clock">What the waiting between two tries goes by.</param>
/// <param name="cancellation">Ends the waiting between two tries of a call.</param>
internal sealed class Dismantler(Func<PlanStep, Task> execute, TimeProvider clock, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, Backoff> patience = new(StringComparer.Ordinal);
    private readonly List<(PlanStep Step, ServiceException Obstacle)> failed = [];

    /// <summary>Why parts could not go, each reason once, in the order in which they were met.</summary>
    public IEnumerable<ServiceException> Obstacles => failed.Select(entry => entry.Obstacle).DistinctBy(obstacle => obstacle.Message, StringComparer.Ordinal);

    /// <summary>Makes the calls as far as they can be made, and gives those that are left.</summary>
    public async Task<IReadOnlyList<PlanStep>> RunAsync(IReadOnlyList<PlanStep> steps)
    {
        var waiting = steps;
        while (true)
        {
            var next = await PassAsync(waiting).ConfigureAwait(false);
            if (next.Count is 0 || next.Count == waiting.Count)
            {
                return [.. steps.Where(step => next.Contains(step) || failed.Exists(entry => ReferenceEquals(entry.Step, step)))];
            }

            waiting = next;
        }
    }

    /// <summary>Tries each part that nothing left points to, and gives those that have to wait.</summary>
    private async Task<IReadOnlyList<PlanStep>> PassAsync(IReadOnlyList<PlanStep> steps)
    {
        var waiting = new List<PlanStep>();
        foreach (var step in steps)
        {
            if (Teardown.HasToWait(step, failed.Select(entry => entry.Step), waiting))
            {
                waiting.Add(step);
                continue;
            }

            try
            {
                await ExecuteAsync(step).ConfigureAwait(false);
                failed.RemoveAll(entry => Teardown.GoesWith(entry.Step, step));
            }
            catch (ServiceException obstacle)
            {
                failed.Add((step, obstacle));
            }
        }

        return waiting;
    }

    private async Task ExecuteAsync(PlanStep step)
    {
        while (true)
        {
            try
            {
                await execute(step).ConfigureAwait(false);
                return;
            }
            catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
            {
                return;
            }
            catch (ServiceException exception) when (exception.MayHaveHappened || exception.Kind is ServiceErrorKind.Throttled or ServiceErrorKind.Conflict)
            {
                // A service that is down is down for all parts: one patience for each kind of call.
                if (!patience.TryGetValue(step.Operation, out var backoff))
                {
                    patience.Add(step.Operation, backoff = new(Patience, clock));
                }

                if (!await WaitAsync(backoff).ConfigureAwait(false))
                {
                    throw;
                }
            }
        }
    }

    /// <summary>Whether to try again. Who cancels does not wait; that the work ends there is said by what makes the calls, which knows what is left.</summary>
    private async Task<bool> WaitAsync(Backoff backoff)
    {
        try
        {
            return await backoff.WaitAsync(cancellation).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }
}
