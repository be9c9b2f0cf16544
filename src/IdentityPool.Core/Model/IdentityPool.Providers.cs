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
            .. DeveloperProviderName is { } name ? [name.ToString()] : Array.Empty<string>(),
        ];

    /// <summary>Every provider as mappings and requests name it.</summary>
    internal IEnumerable<ProviderReference> ProviderReferences =>
        [
            .. UserPools.Select(provider => new UserPoolReference(provider.UserPool, provider.UserPoolClient)),
            .. LoginProviders.Select(provider => new LoginProviderReference(provider.Provider)),
            .. OpenIdConnectProviders.Select(provider => new OpenIdConnectProviderReference(provider)),
            .. SamlProviders.Select(provider => new SamlProviderReference(provider)),
            .. DeveloperProviderName is { } name ? [new ProviderUrlReference(name)] : Array.Empty<ProviderReference>(),
        ];

    internal IdentityPool WithUserPool(UserPoolAuthentication authentication) => WithUserPools([authentication]);

    /// <summary>Adds user pools; however many they are, the definition is settled once.</summary>
    internal IdentityPool WithUserPools(IReadOnlyCollection<UserPoolAuthentication> added)
    {
        var all = UserPools.Concat(added).ToValueList();
        if (Repeated(all, known => (known.UserPool.Identity, known.UserPoolClient.Identity)) is { } repeated)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateUserPool), this, this, repeated.UserPool, repeated.UserPoolClient);
        }

        return all.Count <= Limits.UserPoolProviders
            ? (this with { UserPools = all }).Settled()
            : throw DefinitionErrors.Create(nameof(Messages.TooManyUserPools), this, this, Limits.UserPoolProviders);
    }

    internal IdentityPool WithLoginProvider(LoginProvider provider) =>
        LoginProviders.Any(known => known.Provider == provider.Provider)
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateLoginProvider), this, this, provider.Provider)
            : WithLoginProviderReplaced(provider);

    /// <summary>Adds a login provider, or puts its id and secret in the place of those that the pool has.</summary>
    internal IdentityPool WithLoginProviderReplaced(LoginProvider provider) =>
        (this with { LoginProviders = [.. LoginProviders.Where(known => known.Provider != provider.Provider), provider] }).Settled();

    internal IdentityPool WithOpenIdConnectProvider(OpenIdConnectProvider provider) => WithOpenIdConnectProviders([provider]);

    internal IdentityPool WithOpenIdConnectProviders(IReadOnlyCollection<OpenIdConnectProvider> added)
    {
        var all = OpenIdConnectProviders.Concat(added).ToValueList();
        return Repeated(all, provider => provider) is { } repeated
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateOpenIdConnectProvider), this, this, repeated)
            : (this with { OpenIdConnectProviders = all }).Settled();
    }

    internal IdentityPool WithSamlProvider(SamlProvider provider) => WithSamlProviders([provider]);

    internal IdentityPool WithSamlProviders(IReadOnlyCollection<SamlProvider> added)
    {
        var all = SamlProviders.Concat(added).ToValueList();
        return Repeated(all, provider => provider) is { } repeated
            ? throw DefinitionErrors.Create(nameof(Messages.DuplicateSamlProvider), this, this, repeated)
            : (this with { SamlProviders = all }).Settled();
    }

    internal IdentityPool WithDeveloperProvider(TemplateValue name) =>
        DeveloperProviderName is { } known
            ? throw DefinitionErrors.Create(nameof(Messages.SecondDeveloperProvider), this, this, known, name)
            : (this with { DeveloperProviderName = Limits.DeveloperProviderName.Check(name) }).Settled();
}
