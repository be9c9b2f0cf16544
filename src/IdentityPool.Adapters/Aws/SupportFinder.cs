using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Finds again the user pools, clients and providers of IAM that a definition creates: by the bookkeeping, else by their names.</summary>
internal sealed class SupportFinder(
    SupportReader support,
    IdentityPool definition,
    bool adopts,
    KnownParts known,
    Func<string, Task<bool>> othersAccept,
    Func<KnownParts, LiveState> draft
)
{
    /// <summary>What is known once <see cref="FindAsync"/> has ended.</summary>
    public KnownParts Known { get; private set; } = known;

    /// <summary>What there is of it.</summary>
    public async Task<LiveState> FindAsync()
    {
        // Clients need the ids of their user pools, and nothing else waits for anything.
        var wanted = draft(Known);
        var openIdConnect = Task.WhenAll(wanted.OpenIdConnectProviders.Select(OpenIdConnectAsync));
        var saml = Task.WhenAll(wanted.SamlProviders.Select(SamlAsync));
        var userPools = await UserPoolsAsync(wanted.UserPools).ConfigureAwait(false);
        var clients = wanted.Clients.Count == 0 ? [] : await ClientsAsync(draft(Known).Clients).ConfigureAwait(false);
        return new()
        {
            UserPools = userPools.ToValueList(),
            Clients = clients.ToValueList(),
            OpenIdConnectProviders = (await openIdConnect.ConfigureAwait(false)).OfType<OpenIdConnectProviderState>().ToValueList(),
            SamlProviders = (await saml.ConfigureAwait(false)).OfType<SamlProviderState>().ToValueList(),
        };
    }

    private async Task<List<UserPoolState>> UserPoolsAsync(ValueList<UserPoolState> wanted)
    {
        var found = await Task.WhenAll(wanted.Select(UserPoolAsync)).ConfigureAwait(false);
        foreach (var (userPool, state) in wanted.Zip(found))
        {
            Known = state is null ? Known.WithoutUserPool(userPool.Owner!) : Known.WithUserPool(userPool.Owner!, state.Id);
        }

        return found.OfType<UserPoolState>().ToList();
    }

    private async Task<UserPoolState?> UserPoolAsync(UserPoolState wanted)
    {
        if (!Pending.IsIn(wanted.Id) && await support.UserPoolAsync(wanted.Id).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        if (Known.Bound.Contains(wanted.Owner!))
        {
            return null;
        }

        var named = (await support.UserPoolsNamedAsync(wanted.Name).ConfigureAwait(false)).FindAll(userPool => Bookkeeping.IsManaged(userPool.Tags));
        return named.Count <= 1
            ? named.FirstOrDefault()
            : throw DefinitionErrors.Create(
                nameof(Messages.UserPoolNotUnique),
                definition,
                wanted.Name,
                string.Join(", ", named.Select(userPool => userPool.Id))
            );
    }

    private async Task<List<ClientState>> ClientsAsync(ValueList<ClientState> wanted)
    {
        var found = await Task.WhenAll(wanted.Select(ClientAsync)).ConfigureAwait(false);
        foreach (var (client, state) in wanted.Zip(found))
        {
            Known = state is null ? Known.WithoutClient(client.Owner!) : Known.WithClient(client.Owner!, state.ClientId);
        }

        return found.OfType<ClientState>().ToList();
    }

    private async Task<ClientState?> ClientAsync(ClientState wanted)
    {
        if (Pending.IsIn(wanted.UserPoolId))
        {
            return null;
        }

        if (!Pending.IsIn(wanted.ClientId) && await support.ClientAsync(wanted.UserPoolId, wanted.ClientId).ConfigureAwait(false) is { } known)
        {
            return known;
        }

        if (Known.Bound.Contains(wanted.Owner!))
        {
            return null;
        }

        var named = await support.ClientsNamedAsync(wanted.UserPoolId, wanted.Name).ConfigureAwait(false);
        var same = named.Find(other => SupportPlanner.IsAsWanted(wanted, other));
        var client =
            adopts ? same ?? named.FirstOrDefault()
            : same is not null && await IsLeftOverAsync(same).ConfigureAwait(false) ? same
            : null;
        return client is not null || named.Count == 0
            ? client
            : throw DefinitionErrors.Create(nameof(Messages.UserPoolClientNameTaken), definition, wanted.UserPoolId, wanted.Name, named[0].ClientId);
    }

    /// <summary>
    /// Whether a client of the wanted name and settings is what a run left that ended before its pool knew the client. Clients have no tags that would tell: one
    /// that another identity pool uses, or that the source of a copy may use, is not.
    /// </summary>
    private async Task<bool> IsLeftOverAsync(ClientState client) =>
        definition.Origin.CopyOf is null && !await othersAccept(client.ClientId).ConfigureAwait(false);

    private async Task<OpenIdConnectProviderState?> OpenIdConnectAsync(OpenIdConnectProviderState wanted)
    {
        var found = await support.OpenIdConnectProviderAsync(wanted.Arn).ConfigureAwait(false);
        CheckManaged(wanted.Arn, found?.Tags);
        return found;
    }

    private async Task<SamlProviderState?> SamlAsync(SamlProviderState wanted)
    {
        var found = await support.SamlProviderAsync(wanted.Arn, wanted.Name).ConfigureAwait(false);
        CheckManaged(wanted.Arn, found?.Tags);
        return found;
    }

    private void CheckManaged(string arn, ValueMap<string>? tags)
    {
        if (tags is not null && !Bookkeeping.IsManaged(tags) && !adopts && !Known.Bound.Contains(arn))
        {
            throw DefinitionErrors.Create(nameof(Messages.ProviderExists), definition, arn);
        }
    }
}
