using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// Lists of all pools, shared by those who ask at the same time. Whoever asks gets a list that was begun after they asked, so that nothing they know of can be
/// missing; of those who ask while one is under way, all get the next one.
/// </summary>
internal sealed class Listings
{
    private readonly object gate = new();
    private Task<List<IdentityPoolListing>>? current;
    private Task<List<IdentityPoolListing>>? next;

    public Task<List<IdentityPoolListing>> ReadAsync(Func<Task<List<IdentityPoolListing>>> read)
    {
        lock (gate)
        {
            if (current is null || current.IsCompleted)
            {
                return current = read();
            }

            return next ??= AfterAsync(current, read);
        }
    }

    private async Task<List<IdentityPoolListing>> AfterAsync(Task before, Func<Task<List<IdentityPoolListing>>> read)
    {
        // How the one before ended is the business of those who asked for it.
        await before.ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
        Task<List<IdentityPoolListing>> mine;
        lock (gate)
        {
            mine = current = read();
            next = null;
        }

        return await mine.ConfigureAwait(false);
    }
}
