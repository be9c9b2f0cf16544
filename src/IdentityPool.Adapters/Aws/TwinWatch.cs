using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Aws;

/// <summary>
/// Sees to it that two who publish a new pool at once end with one. AWS has no creation that only one can win, but whoever creates first and looks then
/// cannot miss the other unless the other saw him. Of those who see each other the smallest id stays; who was not seen by the other gives way too.
/// </summary>
internal sealed class TwinWatch(PoolReader pools, string name, CancellationToken cancellation)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <exception cref="ServiceException">There is another one, and this one has to go.</exception>
    public async Task CheckAsync(string id)
    {
        var backoff = new Backoff(Patience);
        while (await OtherAsync(id).ConfigureAwait(false) is { } other)
        {
            if (string.CompareOrdinal(other, id) < 0 || !await backoff.WaitAsync(cancellation).ConfigureAwait(false))
            {
                throw new ServiceException(
                    nameof(Messages.WithdrewForTwin),
                    ServiceFaultKind.Conflict,
                    Fault.Sentence(nameof(Messages.WithdrewForTwin), name, other),
                    name
                );
            }
        }
    }

    private async Task<string?> OtherAsync(string id)
    {
        var twins = await pools.NamedAsync(name, except: id).ConfigureAwait(false);
        return twins.Where(pool => Bookkeeping.IsManaged(pool.Tags)).Select(pool => pool.Id).Order(StringComparer.Ordinal).FirstOrDefault();
    }
}
