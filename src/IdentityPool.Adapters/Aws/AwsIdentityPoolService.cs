using System.Runtime.CompilerServices;
using Amazon.SecurityToken.Model;
using IdentityPools.Findings;
using IdentityPools.Planning;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Identity pools of one account and region, over the AWS SDK.</summary>
internal sealed class AwsIdentityPoolService(AwsClients clients, ISandbox? sandbox) : IIdentityPoolService
{
    private readonly object gate = new();
    private Task<AwsAccount>? account;

    public string Region => clients.Region;

    public ISandbox? Sandbox => sandbox;

    public Task<AwsAccount> GetAccountAsync(ICallObserver observer, CancellationToken cancellation)
    {
        lock (gate)
        {
            if (account is null or { IsFaulted: true } or { IsCanceled: true })
            {
                account = AskAsync(observer);
            }

            return account.WaitAsync(cancellation);
        }
    }

    public async IAsyncEnumerable<ListingPage> ListAsync(ICallObserver observer, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var reader = new PoolReader(clients, new(clients.Places, observer), cancellation);
        await foreach (var page in reader.ListAsync().ConfigureAwait(false))
        {
            yield return page;
        }
    }

    public async Task<IdentityPool> ReadAsync(string id, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        var state = await new LiveReader(clients, owner, observer, cancellation).ReadAsync(IdentityPoolId.Check(id, Region)).ConfigureAwait(false);
        return LiveDefinition.Of(state, owner);
    }

    public async Task<PoolSurroundings> ExamineAsync(IdentityPool pool, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        return await new SurroundingsReader(clients, owner, observer, cancellation).ReadAsync(pool).ConfigureAwait(false);
    }

    public Task<IdentityPoolCredential> GetCredentialAsync(CredentialRequest request, ICallObserver observer, CancellationToken cancellation) =>
        new CredentialReader(clients, new(clients.Places, observer), cancellation).ReadAsync(request);

    public async Task<PublishPlan> PlanAsync(IdentityPool desired, PublishOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        return await new PlanReader(clients, owner, desired, options, observer, cancellation).ReadAsync().ConfigureAwait(false);
    }

    public Task<IdentityPool> PublishAsync(PublishPlan plan, ICallObserver observer, CancellationToken cancellation) =>
        new Publisher(clients, observer, cancellation).PublishAsync(plan);

    public async Task<RemovalPlan> PlanRemovalAsync(string id, RemovalOptions options, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        return await new Remover(clients, owner, observer, cancellation).PlanAsync(id, options).ConfigureAwait(false);
    }

    public async Task RemoveAsync(RemovalPlan plan, ICallObserver observer, CancellationToken cancellation)
    {
        var owner = await GetAccountAsync(observer, cancellation).ConfigureAwait(false);
        await new Remover(clients, owner, observer, cancellation).RemoveAsync(plan).ConfigureAwait(false);
    }

    private async Task<AwsAccount> AskAsync(ICallObserver observer)
    {
        var caller = await new ApiCalls(clients.Places, observer)
            .InvokeAsync("sts:GetCallerIdentity", Region, () => clients.Sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()), CancellationToken.None)
            .ConfigureAwait(false);
        return new(caller.Account, Region);
    }
}
