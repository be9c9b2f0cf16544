using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>Authentication providers.</content>
public sealed partial record IdentityPool
{
    /// <summary>Every provider by a name for people.</summary>
    public ValueList<string> Providers =>
        [
            .. UserPools.Select(provider => provider.ToString()),
            .. LoginProviders.Select(provider => provider.Provider.ToString()),
            .. OpenIdConnectProviders.Select(provider => provider.ToString()),
            .. SamlProviders.Select(provider => provider.ToString()),
            .. TypedDeveloperProviderName is { } name ? [name.ToString()] : Array.Empty<string>(),
        ];

    /// <summary>Every provider as mappings and requests name it.</summary>
    internal IEnumerable<ProviderReference> ProviderReferences =>
        [
            .. UserPools.Select(provider => new UserPoolReference(provider.UserPool, provider.UserPoolClient)),
            .. LoginProviders.Select(provider => new LoginProviderReference(provider.Provider)),
            .. OpenIdConnectProviders.Select(provider => new OpenIdConnectProviderReference(provider)),
            .. SamlProviders.Select(provider => new SamlProviderReference(provider)),
            .. TypedDeveloperProviderName is { } name ? [new ProviderUrlReference(name)] : Array.Empty<ProviderReference>(),
        ];

    internal IdentityPool WithUserPool(UserPoolAuthentication authentication) => WithUserPools([authentication]);

    /// <summary>Adds user pools; however many they are, the definition is settled once.</summary>
    internal IdentityPool WithUserPools(IReadOnlyCollection<UserPoolAuthentication> added)
    {
        CheckSettingsAreKnown();
        if (added.Count == 0)
        {
            return this;
        }

        var all = UserPools.Concat(added).ToValueList();
        if (Repeated(all, known => (known.UserPool.Identity, known.UserPoolClient.Identity)) is { } repeated)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateUserPool), this, this, repeated.UserPool, repeated.UserPoolClient);
        }

        return all.Count <= Limits.UserPoolProviders
            ? (this with { UserPools = all }).Settled()
            : throw DefinitionErrors.Create(nameof(Messages.TooManyUserPools), this, this, Limits.UserPoolProviders);
    }

    internal IdentityPool WithLoginProvider(LoginProvider provider)
    {
        CheckSettingsAreKnown();
        return LoginProviders.Any(known => known.Provider == provider.Provider)
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateLoginProvider), this, this, provider.Provider)
            : (this with { LoginProviders = [.. LoginProviders, provider] }).Settled();
    }

    /// <summary>The pool with another id, and for Twitter another secret, of a login provider that it has.</summary>
    /// <exception cref="DefinitionException">The pool does not have the provider.</exception>
    internal IdentityPool WithLoginProviderChanged(LoginProvider provider)
    {
        Own(new LoginProviderReference(provider.Provider));
        return (this with { LoginProviders = [.. LoginProviders.Where(known => known.Provider != provider.Provider), provider] }).Settled();
    }

    /// <summary>The pool with the secret of the Twitter app that it has.</summary>
    /// <exception cref="DefinitionException">The pool does not have Twitter, or has it with another key.</exception>
    internal IdentityPool WithTwitterSecret(LoginProvider twitter)
    {
        Own(new LoginProviderReference(twitter.Provider));
        var known = LoginProviders.First(provider => provider.Provider == twitter.Provider);
        return known.TypedAppId == twitter.TypedAppId
            ? WithLoginProviderChanged(twitter)
            : throw DefinitionErrors.Create(nameof(Messages.TwitterKeyDiffers), this, this, known.TypedAppId, twitter.TypedAppId);
    }

    /// <summary>The pool with another client of a user pool, or another token check, in the place of what it has. Mappings follow.</summary>
    /// <param name="which">The user pool and the client that change.</param>
    /// <param name="client">The new client; null leaves it.</param>
    /// <param name="serverSideTokenCheck">The new token check; null leaves it.</param>
    /// <exception cref="DefinitionException">
    /// The pool does not have the user pool and client, or has the new one already, or it is not known which mappings follow.
    /// </exception>
    internal IdentityPool WithUserPoolChanged(UserPoolReference which, UserPoolClient? client, bool? serverSideTokenCheck)
    {
        CheckKnown(client is null ? PoolExtent.Settings : PoolExtent.Whole);
        var before = (UserPoolReference)Own(which);
        var known = UserPools.First(entry => entry.UserPool == before.UserPool && entry.UserPoolClient == before.Client);
        var changed = new UserPoolAuthentication(known.UserPool, client ?? known.UserPoolClient, serverSideTokenCheck ?? known.ServerSideTokenCheck);
        var after = new UserPoolReference(changed.UserPool, changed.UserPoolClient);
        var others = this with
        {
            UserPools = UserPools.Where(entry => entry != known).ToValueList(),
            RoleMappings = RoleMappings.Select(mapping => mapping.Provider.Equals(before) ? mapping.WithProvider(after) : mapping).ToValueList(),
        };
        return others.WithUserPool(changed);
    }

    /// <summary>The pool without some of its providers, and without the role mappings and principal tags that would speak of nothing then.</summary>
    /// <exception cref="DefinitionException">The pool does not have one of them.</exception>
    internal IdentityPool WithoutProviders(IEnumerable<ProviderReference> providers)
    {
        var gone = providers.Select(Own).ToHashSet();
        var userPools = UserPools.Where(known => !gone.Contains(new UserPoolReference(known.UserPool, known.UserPoolClient))).ToValueList();
        // Principal tags are per user pool: they stay as long as one of its clients does.
        var untagged = gone.Select(provider => provider.WithoutClient)
            .Where(provider => provider is not UserPoolReference { UserPool: var userPool } || userPools.All(known => known.UserPool != userPool))
            .ToHashSet();
        return (
            this with
            {
                UserPools = userPools,
                LoginProviders = LoginProviders.Where(known => !gone.Contains(new LoginProviderReference(known.Provider))).ToValueList(),
                OpenIdConnectProviders = OpenIdConnectProviders.Where(known => !gone.Contains(new OpenIdConnectProviderReference(known))).ToValueList(),
                SamlProviders = SamlProviders.Where(known => !gone.Contains(new SamlProviderReference(known))).ToValueList(),
                RoleMappings = RoleMappings.Where(mapping => !gone.Contains(mapping.Provider)).ToValueList(),
                PrincipalTags = PrincipalTags.Where(tags => !untagged.Contains(tags.Provider)).ToValueList(),
                UserPoolGroups = UserPoolGroups.Where(group => !untagged.Contains(new UserPoolReference(group.UserPool!, null).WithoutClient)).ToValueList(),
            }
        ).Settled();
    }

    /// <summary>The pool without its developer provider.</summary>
    /// <exception cref="DefinitionException">The pool has none, or exists: AWS never changes the name of its developer provider.</exception>
    internal IdentityPool WithoutDeveloperProvider()
    {
        CheckSettingsAreKnown();
        return TypedDeveloperProviderName is null ? throw DefinitionErrors.Create(nameof(Messages.NoDeveloperProvider), this, this)
            : Id is not null ? throw DefinitionErrors.Create(nameof(Messages.DeveloperProviderStays), this, TypedDeveloperProviderName, this)
            : (this with { TypedDeveloperProviderName = null }).Settled();
    }

    /// <summary>A provider of the pool, by any of its names.</summary>
    /// <exception cref="DefinitionException">The pool does not have it, or has several clients of the user pool and none is named.</exception>
    private ProviderReference Own(ProviderReference provider)
    {
        CheckSettingsAreKnown();
        var bound = Bound(provider);
        CheckClient(bound);
        return ProviderReferences.FirstOrDefault(bound.Equals)
            ?? throw DefinitionErrors.Create(nameof(Messages.ProviderNotFound), this, this, bound, Listed(ProviderReferences));
    }

    /// <exception cref="DefinitionException">A user pool is named without a client, and the pool has several of its clients.</exception>
    internal void CheckClient(ProviderReference provider)
    {
        if (provider is UserPoolReference { Client: null } reference && ClientsOf(reference.UserPool) is { Count: > 1 } clients)
        {
            throw DefinitionErrors.Create(nameof(Messages.UserPoolClientAmbiguous), this, reference.UserPool, clients.Count, string.Join(", ", clients));
        }
    }

    internal IdentityPool WithOpenIdConnectProvider(OpenIdConnectProvider provider) => WithOpenIdConnectProviders([provider]);

    internal IdentityPool WithOpenIdConnectProviders(IReadOnlyCollection<OpenIdConnectProvider> added)
    {
        CheckSettingsAreKnown();
        if (added.Count == 0)
        {
            return this;
        }

        var all = OpenIdConnectProviders.Concat(added).ToValueList();
        return Repeated(all, provider => provider) is { } repeated
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateOpenIdConnectProvider), this, this, repeated)
            : (this with { OpenIdConnectProviders = all }).Settled();
    }

    internal IdentityPool WithSamlProvider(SamlProvider provider) => WithSamlProviders([provider]);

    internal IdentityPool WithSamlProviders(IReadOnlyCollection<SamlProvider> added)
    {
        CheckSettingsAreKnown();
        if (added.Count == 0)
        {
            return this;
        }

        var all = SamlProviders.Concat(added).ToValueList();
        return Repeated(all, provider => provider) is { } repeated
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateSamlProvider), this, this, repeated)
            : (this with { SamlProviders = all }).Settled();
    }

    internal IdentityPool WithDeveloperProvider(TemplateValue name)
    {
        CheckSettingsAreKnown();
        return TypedDeveloperProviderName is { } known
            ? throw DefinitionErrors.Create(nameof(Messages.SecondDeveloperProvider), this, this, known, name)
            : (this with { TypedDeveloperProviderName = Limits.DeveloperProviderName.Check(name) }).Settled();
    }
}
