namespace IdentityPools.Live;

/// <summary>So many places for work that goes on at the same time. Who begins gets a place in the order of asking, and keeps it until it leaves.</summary>
internal sealed class Throttle(CallPump pump, int limit)
{
    private SemaphoreSlim Places { get; } = new(limit);

    /// <summary>Begins a call as soon as there is a place. The place is kept when the call succeeds, so that work can go on there.</summary>
    public Task<T> Enter<T>(Func<CancellationToken, Task<T>> call)
    {
        // Who comes first is decided here; the threads of the pool start in no order.
        var turn = Places.WaitAsync(pump.Stopping);
        return pump.Start(async cancellation =>
        {
            await turn.ConfigureAwait(false);
            try
            {
                // A place may become free just because everything is being stopped.
                cancellation.ThrowIfCancellationRequested();
                return await call(cancellation).ConfigureAwait(false);
            }
            catch
            {
                Leave();
                throw;
            }
        });
    }

    /// <summary>Begins work in the place that the caller has, and leaves the place when the work has ended.</summary>
    public Task<T> Finish<T>(Func<CancellationToken, Task<T>> call) =>
        pump.StartWork(async cancellation =>
        {
            try
            {
                cancellation.ThrowIfCancellationRequested();
                return await call(cancellation).ConfigureAwait(false);
            }
            finally
            {
                Leave();
            }
        });

    public void Leave() => Places.Release();
}
