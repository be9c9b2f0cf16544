namespace IdentityPools.Live;

/// <summary>Lets only so many calls go on at the same time.</summary>
internal sealed class Throttle(CallPump pump, int limit)
{
    /// <summary>Begins all in their order, each as soon as its turn comes.</summary>
    public List<Task<TResult>> Start<TItem, TResult>(IEnumerable<TItem> items, Func<TItem, CancellationToken, Task<TResult>> call)
    {
        var places = new SemaphoreSlim(limit);
        return items
            .Select(item =>
            {
                // Who comes first is decided here; the threads of the pool start in no order.
                var turn = places.WaitAsync(pump.Stopping);
                return pump.Start(async cancellation =>
                {
                    await turn.ConfigureAwait(false);
                    try
                    {
                        // A place may become free just because everything is being stopped.
                        cancellation.ThrowIfCancellationRequested();
                        return await call(item, cancellation).ConfigureAwait(false);
                    }
                    finally
                    {
                        places.Release();
                    }
                });
            })
            .ToList();
    }
}
