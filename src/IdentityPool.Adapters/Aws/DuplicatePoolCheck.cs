using IdentityPools.Model;
using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>
/// Sees to it that two who publish a new pool at once end with one. AWS has no creation that only one can win, but whoever creates first and looks then
/// cannot miss the other unless the other saw him. Of those who see each other the smallest id stays; who was not seen by the other gives way too.
/// </summary>
internal sealed class DuplicatePoolCheck(PoolReader pools, string name, TimeProvider clock, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>The pool that this one has to give way to; null when it may stay.</summary>
    public async Task<PoolState?> FindAsync(string id)
    {
        var backoff = new Backoff(Patience, clock);
        while (await OtherAsync(id).ConfigureAwait(false) is { } other)
        {
            if (string.CompareOrdinal(other.Id, id) < 0 || !await backoff.WaitAsync(cancellation).ConfigureAwait(false))
            {
                return other;
            }
        }

        return null;
    }

    private async Task<PoolState?> OtherAsync(string id)
    {
        var twins = await pools.NamedAsync(name, except: id).ConfigureAwait(false);
        return twins.Where(pool => Bookkeeping.IsManaged(pool.Tags)).MinBy(pool => pool.Id, StringComparer.Ordinal);
    }
}
