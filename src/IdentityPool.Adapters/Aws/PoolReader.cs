using Amazon.CognitoIdentity.Model;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;

namespace IdentityPools.Aws;

/// <summary>Reads identity pools: each part by the one call that has it.</summary>
internal sealed class PoolReader(AwsClients clients, ApiCalls calls, CancellationToken cancellation)
{
    public async IAsyncEnumerable<ListingPage> ListAsync()
    {
        const string Operation = "cognito-identity:ListIdentityPools";
        var watch = new PageWatch(Operation, clients.Region);
        string? next = null;
        do
        {
            var token = next;
            var page = await calls
                .InvokeAsync(
                    Operation,
                    clients.Region,
                    () =>
                        clients.Identity.ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = Limits.PageSize, NextToken = token }, cancellation),
                    cancellation
                )
                .ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            var pools = page.IdentityPools!.Select(pool => new IdentityPoolListing(pool.IdentityPoolId!, pool.IdentityPoolName!)).ToList();
            next = watch.Next(pools.Select(pool => pool.Id), page.NextToken);
            yield return new(pools, next is null);
        } while (next is not null);
    }

    /// <summary>Every pool of that name.</summary>
    public Task<PoolState[]> NamedAsync(string name, string? except = null) => WhereAsync(pool => pool.Name == name && pool.Id != except);

    /// <summary>Whether another identity pool of the region accepts the tokens of an app client.</summary>
    /// <param name="clientId">The client.</param>
    /// <param name="id">The pool that asks, if it exists.</param>
    /// <param name="name">Its name: a managed pool that has got it by now is made by another run at the same time, and one of the two will give way.</param>
    public async Task<bool> OthersAcceptAsync(string clientId, string? id, string name)
    {
        var others = await WhereAsync(pool => pool.Id != id).ConfigureAwait(false);
        return others.Any(pool => pool.UserPools.Any(provider => provider.ClientId == clientId) && (pool.Name != name || !Bookkeeping.IsManaged(pool.Tags)));
    }

    private async Task<PoolState[]> WhereAsync(Func<IdentityPoolListing, bool> isMeant)
    {
        // Several who ask share one answer; whose cancellation would end it for all must not be known to it.
        var lister = new PoolReader(clients, calls, CancellationToken.None);
        var pools = await clients.Listings.ReadAsync(lister.AllAsync).WaitAsync(cancellation).ConfigureAwait(false);
        var found = await Task.WhenAll(pools.Where(isMeant).Select(pool => ExistingAsync(pool.Id))).ConfigureAwait(false);
        return found.OfType<PoolState>().ToArray();
    }

    private async Task<List<IdentityPoolListing>> AllAsync()
    {
        var pools = new List<IdentityPoolListing>();
        await foreach (var page in ListAsync().ConfigureAwait(false))
        {
            pools.AddRange(page.Pools);
        }

        return pools;
    }

    /// <summary>A pool that was listed; null when it went in between.</summary>
    private async Task<PoolState?> ExistingAsync(string id)
    {
        try
        {
            return await DescribeAsync(id).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            return null;
        }
    }

    public async Task<PoolState> DescribeAsync(string id) =>
        State(
            await OfPoolAsync(
                    "cognito-identity:DescribeIdentityPool",
                    id,
                    () => clients.Identity.DescribeIdentityPoolAsync(new DescribeIdentityPoolRequest { IdentityPoolId = id }, cancellation)
                )
                .ConfigureAwait(false)
        );

    public async Task<AttachmentState> RolesAsync(string id)
    {
        var answer = await OfPoolAsync(
                "cognito-identity:GetIdentityPoolRoles",
                id,
                () => clients.Identity.GetIdentityPoolRolesAsync(new GetIdentityPoolRolesRequest { IdentityPoolId = id }, cancellation)
            )
            .ConfigureAwait(false);
        return new()
        {
            AuthenticatedRole = answer.Roles?.GetValueOrDefault("authenticated"),
            UnauthenticatedRole = answer.Roles?.GetValueOrDefault("unauthenticated"),
            Mappings = ValueMap<RoleMappingState>.Create(
                (answer.RoleMappings ?? []).Select(entry => KeyValuePair.Create(entry.Key, MappingReader.Read(entry.Key, entry.Value)))
            ),
        };
    }

    /// <summary>The session tags of one provider; those that were never set are off.</summary>
    public async Task<PrincipalTagState> PrincipalTagsAsync(string id, string provider)
    {
        try
        {
            var answer = await calls
                .InvokeAsync(
                    "cognito-identity:GetPrincipalTagAttributeMap",
                    provider,
                    () =>
                        clients.Identity.GetPrincipalTagAttributeMapAsync(
                            new GetPrincipalTagAttributeMapRequest { IdentityPoolId = id, IdentityProviderName = provider },
                            cancellation
                        ),
                    cancellation
                )
                .ConfigureAwait(false);
            return new(answer.UseDefaults ?? false, ValueMap<string>.Create(answer.PrincipalTags ?? []));
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            return PrincipalTagState.Off;
        }
    }

    /// <summary>The session tags of several providers.</summary>
    public async Task<ValueMap<PrincipalTagState>> PrincipalTagsAsync(string id, IEnumerable<string> providers)
    {
        var names = providers.ToList();
        var states = await Task.WhenAll(names.Select(name => PrincipalTagsAsync(id, name))).ConfigureAwait(false);
        return ValueMap<PrincipalTagState>.Create(names.Zip(states, KeyValuePair.Create));
    }

    /// <summary>A call about nothing but the pool: what it does not find is the pool, whichever of its calls is the first to see that it is gone.</summary>
    private async Task<T> OfPoolAsync<T>(string operation, string id, Func<Task<T>> call)
    {
        try
        {
            return await calls.InvokeAsync(operation, id, call, cancellation).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            throw AwsErrors.PoolNotFound(id, exception);
        }
    }

    private static PoolState State(DescribeIdentityPoolResponse pool) =>
        new PoolState
        {
            Id = pool.IdentityPoolId!,
            Name = pool.IdentityPoolName!,
            AllowUnauthenticatedIdentities = pool.AllowUnauthenticatedIdentities!.Value,
            AllowClassicFlow = pool.AllowClassicFlow,
            UserPools = (pool.CognitoIdentityProviders ?? [])
                .Select(provider => new UserPoolProviderState(provider.ProviderName!, provider.ClientId!, provider.ServerSideTokenCheck ?? false))
                .DistinctBy(provider => provider.Key)
                .ToValueList(),
            LoginProviders = ValueMap<LoginProviderState>.Create(
                (pool.SupportedLoginProviders ?? []).Select(entry => KeyValuePair.Create(entry.Key, LoginProviderState.OfApi(entry.Key, entry.Value)))
            ),
            OpenIdConnectProviderArns = (pool.OpenIdConnectProviderARNs ?? []).Distinct().ToValueList(),
            SamlProviderArns = (pool.SamlProviderARNs ?? []).Distinct().ToValueList(),
            DeveloperProviderName = pool.DeveloperProviderName,
            Tags = ValueMap<string>.Create(pool.IdentityPoolTags ?? []),
        }.Sorted();
}
