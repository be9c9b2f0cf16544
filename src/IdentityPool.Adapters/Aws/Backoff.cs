namespace IdentityPools.Aws;

/// <summary>Waits between tries: longer each time, by chance not all at once, and within a limit.</summary>
internal sealed class Backoff(TimeSpan limit, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private readonly long start = clock.GetTimestamp();
    private TimeSpan next = First;

    /// <summary>Waits, and tells whether there is time for another try.</summary>
    public async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        if (clock.GetElapsedTime(start) + next > limit)
        {
            return false;
        }

        await Task.Delay(next / 2 + next / 2 * Random.Shared.NextDouble(), clock, cancellation).ConfigureAwait(false);
        next = next * 2 < Longest ? next * 2 : Longest;
        return true;
    }
}
