using IdentityPools.Findings;
using IdentityPools.Planning;

namespace IdentityPools.Ports;

/// <summary>
/// The identity pools of one account and region. What it reports while it works goes to an <see cref="ICallObserver"/>; what AWS refuses comes back as
/// <see cref="ServiceException"/>, what a definition cannot be as <see cref="Validation.DefinitionException"/>.
/// </summary>
internal interface IIdentityPoolService
{
    /// <summary>The region that is worked in.</summary>
    string Region { get; }

    /// <summary>The account in memory, if this is one.</summary>
    ISandbox? Sandbox { get; }

    /// <summary>Whose credentials these are; asked once per service.</summary>
    Task<AwsAccount> GetAccountAsync(ICallObserver observer, CancellationToken cancellation);

    /// <summary>Id and name of every pool, page by page as they are asked for.</summary>
    IAsyncEnumerable<ListingPage> ListAsync(ICallObserver observer, CancellationToken cancellation);

    /// <summary>A pool with all that belongs to it.</summary>
    /// <exception cref="ServiceException">There is no such pool, or it may not be read.</exception>
    Task<IdentityPool> ReadAsync(string id, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What the account says of what a pool points to.</summary>
    Task<PoolSurroundings> ExamineAsync(IdentityPool pool, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What a client of a pool gets. Anybody may ask, so the credentials of this service are not used.</summary>
    /// <exception cref="ServiceException">The pool refuses.</exception>
    Task<IdentityPoolCredential> GetCredentialAsync(CredentialRequest request, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What would have to be done for the pool to be as defined. Calls nothing that changes anything.</summary>
    Task<PublishPlan> PlanAsync(IdentityPool desired, PublishOptions options, ICallObserver observer, CancellationToken cancellation);

    /// <summary>Does what a plan says and gives the pool as it is then.</summary>
    Task<IdentityPool> PublishAsync(PublishPlan plan, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What would go with a pool. Calls nothing that changes anything.</summary>
    Task<RemovalPlan> PlanRemovalAsync(string id, RemovalOptions options, ICallObserver observer, CancellationToken cancellation);

    /// <summary>Does what the plan says.</summary>
    Task RemoveAsync(RemovalPlan plan, ICallObserver observer, CancellationToken cancellation);
}
