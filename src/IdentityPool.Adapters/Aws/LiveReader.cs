using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Reads a pool with all that belongs to it, what does not depend on each other side by side.</summary>
internal sealed class LiveReader(AwsClients clients, AwsAccount account, ICallObserver observer, CancellationToken cancellation)
{
    private readonly ApiCalls calls = new(clients.Places, observer);

    private PoolReader Pools => new(clients, calls, cancellation);

    private RoleReader Roles => new(clients, calls, cancellation);

    /// <summary>The pool, as Get-IdentityPool shows it.</summary>
    /// <exception cref="ServiceException">There is no such pool, or it may not be read.</exception>
    public async Task<LiveState> ReadAsync(string id, IdentityPoolDetail detail) =>
        detail == IdentityPoolDetail.Pool
            ? new() { Pool = await Pools.DescribeAsync(id).ConfigureAwait(false), IsPoolAlone = true }
            : await WholeAsync(id).ConfigureAwait(false);

    private async Task<LiveState> WholeAsync(string id)
    {
        var pools = Pools;
        var describing = pools.DescribeAsync(id);
        var attaching = pools.RolesAsync(id);
        // The pool's own answer is the one to hear first when there is none.
        var pool = await describing.ConfigureAwait(false);
        var tagging = pools.PrincipalTagsAsync(id, pool.ProviderNames);
        var attachment = await attaching.ConfigureAwait(false);
        var (groups, unknown) = await new GroupReader(clients, calls, observer, cancellation)
            .ReadAsync(GroupReader.UserPoolsWithTokenMapping(pool, attachment))
            .ConfigureAwait(false);
        var arns = attachment.RoleArns.Union(groups.Select(group => group.RoleArn).OfType<string>(), StringComparer.Ordinal).Where(account.Owns);
        var roles = await Task.WhenAll(arns.Select(arn => RoleAsync(arn, pool.Name))).ConfigureAwait(false);
        return new()
        {
            Pool = pool,
            Attachment = attachment,
            PrincipalTags = await tagging.ConfigureAwait(false),
            Roles = roles.OfType<RoleState>().ToValueList(),
            Groups = groups,
            UnknownGroups = unknown,
        };
    }

    /// <summary>A role as far as it may be read; a pool is worth showing without it.</summary>
    private async Task<RoleState?> RoleAsync(string arn, string poolName)
    {
        try
        {
            var role = await Roles.ReadAsync(Arn.Parse(arn).Name).ConfigureAwait(false);
            if (role is null)
            {
                observer.Warned(MessageText.Format(nameof(Messages.RoleGone), arn, poolName));
            }

            return role;
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.Denied)
        {
            observer.Warned(MessageText.Format(nameof(Messages.RoleNotRead), arn, exception.Message));
            return null;
        }
    }
}
