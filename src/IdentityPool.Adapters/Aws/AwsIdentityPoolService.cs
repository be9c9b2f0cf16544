using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Identity pools of one account and region, over the AWS SDK.</summary>
internal sealed class AwsIdentityPoolService(AwsClients clients, ISandbox? sandbox) : IIdentityPoolService
{
    private readonly object gate = new();
    private readonly ConcurrentDictionary<(string Region, Uri? Endpoint), AwsIdentityPoolService> elsewhere = new();
    private Task<AwsAccount>? asking;

    public string Region => clients.Region;

    public string? ProfileName { get; init; }

    public Uri? EndpointUrl => clients.EndpointUrl;

    public ISandbox? Sandbox => sandbox;

    public AwsAccount? KnownAccount { get; private set; }

    /// <summary>The only accounts that may be called; none for any.</summary>
    public ValueList<string> AllowedAccountIds { get; init; } = [];

    public IIdentityPoolService At(string region, Uri? endpoint) =>
        clients.IsAt(region, endpoint)
            ? this
            : elsewhere.GetOrAdd(
                (region, endpoint),
                place => new(clients.At(place.Region, place.Endpoint), sandbox) { ProfileName = ProfileName, AllowedAccountIds = AllowedAccountIds }
            );

    public async Task<AwsAccount> GetAccountAsync(ICallObserver observer, CancellationToken cancellation)
    {
        Task<AwsAccount> own;
        lock (gate)
        {
            // Those who ask at once ask together. Who comes later asks anew, which is a call only where keys were renewed.
            own = asking = asking is { IsCompleted: false } running ? running : AskAsync(observer);
        }

        var owner = await own.WaitAsync(cancellation).ConfigureAwait(false);
        observer.Entered(owner);
        return owner;
    }

    public async IAsyncEnumerable<ListingPage> ListAsync(ICallObserver observer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        if (AllowedAccountIds.Count > 0)
        {
            await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        }

        var reader = new PoolReader(clients, new(clients.Places, observer), cancellation);
        await foreach (var page in reader.ListAsync().ConfigureAwait(false))
        {
            yield return page;
        }
    }

    public async Task<IdentityPool> ReadAsync(string id, IdentityPoolDetail detail, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        var state = await new LiveReader(clients, owner, observer, cancellation).ReadAsync(IdentityPoolId.Check(id, Region), detail).ConfigureAwait(false);
        return LiveDefinition.From(state, owner).ReadBy(Origin);
    }

    public async Task<PoolSurroundings> ExamineAsync(IdentityPool pool, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        owner.CheckOwns(pool);
        return await new SurroundingsReader(clients, owner, observer, cancellation).ReadAsync(pool).ConfigureAwait(false);
    }

    public async Task<IdentityPoolCredential> GetCredentialAsync(CredentialRequest request, ICallObserver observer, CancellationToken cancellation)
    {
        var calls = new ApiCalls(clients.Places, observer);
        if (AllowedAccountIds.Count > 0)
        {
            await ProveAsync(request, calls, observer, cancellation).ConfigureAwait(false);
        }

        return await new CredentialReader(clients, calls, cancellation).ReadAsync(request).ConfigureAwait(false);
    }

    public async Task<PublishPlan> PlanAsync(IdentityPool desired, PublishOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        owner.CheckOwns(desired);
        return await new PlanReader(clients, owner, desired, options, observer, cancellation).ReadAsync().ConfigureAwait(false);
    }

    public async Task<IdentityPool> PublishAsync(PublishPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        var pool = await new Publisher(clients, observer, cancellation).PublishAsync(plan).ConfigureAwait(false);
        return pool.ReadBy(Origin);
    }

    public async Task<RemovalPlan> PlanRemovalAsync(string id, RemovalOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        if (options.Definition is { } definition)
        {
            owner.CheckOwns(definition);
        }

        return await new Remover(clients, owner, observer, cancellation).PlanAsync(id, options).ConfigureAwait(false);
    }

    public async Task RemoveAsync(RemovalPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        await new Remover(clients, owner, observer, cancellation).RemoveAsync(plan).ConfigureAwait(false);
    }

    /// <summary>How definitions are read here.</summary>
    private PoolOrigin Origin => new(ProfileName, sandbox is not null);

    /// <summary>A pool of another account would answer an unsigned call all the same; only its owner can describe it.</summary>
    /// <exception cref="ServiceException">The account is not an allowed one, or the pool is not shown to be of it.</exception>
    private async Task ProveAsync(CredentialRequest request, ApiCalls calls, ICallObserver observer, CancellationToken cancellation)
    {
        await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        await ProveAsync(nameof(Messages.AccountNotProved), request.PoolId, () => new PoolReader(clients, calls, cancellation).DescribeAsync(request.PoolId))
            .ConfigureAwait(false);
        if (request.IdentityId is { } identity)
        {
            // The pool is not asked which identity it is, so that it may be one of any pool.
            var reader = new CredentialReader(clients, calls, cancellation);
            await ProveAsync(nameof(Messages.IdentityNotProved), identity, () => reader.DescribeAsync(identity)).ConfigureAwait(false);
        }
    }

    private static async Task ProveAsync(string errorId, string id, Func<Task> read)
    {
        try
        {
            await read().ConfigureAwait(false);
        }
        catch (ServiceException exception)
        {
            throw exception.Ending(errorId, MessageText.Format(errorId, id, exception.Message), id);
        }
    }

    /// <exception cref="ServiceException">The account is not an allowed one.</exception>
    private void CheckAllowed(string id)
    {
        if (AllowedAccountIds.Count > 0 && !AllowedAccountIds.Contains(id))
        {
            throw SettingsErrors.Create(nameof(Messages.AccountNotAllowed), id, id, string.Join(", ", AllowedAccountIds));
        }
    }

    private async Task<AwsAccount> AskAsync(ICallObserver observer)
    {
        var caller = await clients.CallerAsync(observer, CheckAllowed).ConfigureAwait(false);
        return KnownAccount = new(caller.Account, Region)
        {
            CallerArn = caller.Arn,
            ProfileName = ProfileName,
            IsSandbox = sandbox is not null,
        };
    }
}
