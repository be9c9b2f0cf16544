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

    /// <summary>The profile that the credentials come from, if they come from one.</summary>
    string? ProfileName { get; }

    /// <summary>Where Amazon Cognito is called, if not at AWS's own address: as was said, or as environment and profile say.</summary>
    Uri? EndpointUrl { get; }

    /// <summary>The in-memory account, if this is one.</summary>
    ISandbox? Sandbox { get; }

    /// <summary>The account, as far as it was asked for.</summary>
    AwsAccount? KnownAccount { get; }

    /// <summary>The same credentials, or the same in-memory account, in another place.</summary>
    /// <param name="region">The region.</param>
    /// <param name="endpoint">The endpoint, if another one than AWS's own is to be called.</param>
    IIdentityPoolService At(string region, Uri? endpoint);

    /// <summary>Whose credentials these are; asked once per service.</summary>
    /// <exception cref="ServiceException">The account is not an allowed one.</exception>
    Task<AwsAccount> GetAccountAsync(ICallObserver observer, CancellationToken cancellation);

    /// <summary>Id and name of every pool, page by page as they are asked for.</summary>
    IAsyncEnumerable<ListingPage> ListAsync(ICallObserver observer, CancellationToken cancellation);

    /// <summary>A pool with all that belongs to it, or the pool alone.</summary>
    /// <exception cref="ServiceException">There is no such pool, or it may not be read.</exception>
    Task<IdentityPool> ReadAsync(string id, IdentityPoolDetail detail, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What the account says of what a pool points to.</summary>
    Task<PoolSurroundings> ExamineAsync(IdentityPool pool, ICallObserver observer, CancellationToken cancellation);

    /// <summary>What a client of a pool gets. Anyone may ask, so the credentials of this service are not used.</summary>
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

/// <summary>The way to AWS: makes services from what a user gave to connect with.</summary>
internal interface IIdentityPoolServices
{
    /// <summary>A service with these credentials. Resolves the region and looks up the profile; calls no service yet.</summary>
    /// <exception cref="ServiceException">There is no region, or no such profile.</exception>
    IIdentityPoolService Connect(ConnectionSettings settings, ICredentialPrompt prompt);

    /// <summary>A service over an in-memory account.</summary>
    IIdentityPoolService Connect(ISandboxAccount account, ValueList<string> allowedAccountIds);
}

/// <summary>What a list tells of a pool.</summary>
internal sealed record IdentityPoolListing(string Id, string Name);

/// <summary>A part of the list of an account's pools, and whether the list ends with it.</summary>
internal sealed record ListingPage(IReadOnlyList<IdentityPoolListing> Pools, bool IsLast);

/// <summary>Who asks an identity pool for credentials, and for which.</summary>
internal sealed record CredentialRequest
{
    public required string PoolId { get; init; }

    /// <summary>The token of each provider, by the name that the API takes; none for a guest.</summary>
    public ValueMap<ProviderSecret> Logins { get; init; } = ValueMap<ProviderSecret>.Empty;

    /// <summary>The role to choose where the token offers several.</summary>
    public string? CustomRoleArn { get; init; }

    /// <summary>The role to assume in the classic flow; null for the enhanced one, where the pool chooses.</summary>
    public string? ClassicRoleArn { get; init; }

    /// <summary>The identity, where it is known already; null to have it looked up by the logins, or a new guest.</summary>
    public string? IdentityId { get; init; }

    /// <summary>The account that the pool has to be of.</summary>
    public string? AccountId { get; init; }
}
