using IdentityPools.Validation;

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

    internal IdentityPool WithUserPool(UserPoolAuthentication authentication)
    {
        if (UserPools.Any(known => known.UserPool.IsSamePool(authentication.UserPool) && known.UserPoolClient.IsSameClient(authentication.UserPoolClient)))
        {
            throw Fault.Of(nameof(Messages.DuplicateUserPool), this, this, authentication.UserPool, authentication.UserPoolClient);
        }

        return UserPools.Count < Limits.UserPoolProviders
            ? (this with { UserPools = [.. UserPools, authentication] }).Settled()
            : throw Fault.Of(nameof(Messages.TooManyUserPools), this, this, Limits.UserPoolProviders);
    }

    internal IdentityPool WithLoginProvider(LoginProvider provider) =>
        LoginProviders.Any(known => known.Provider == provider.Provider)
            ? throw Fault.Of(nameof(Messages.DuplicateLoginProvider), this, this, provider.Provider)
            : WithLoginProviderReplaced(provider);

    /// <summary>Adds a login provider, or puts its id and secret in the place of those that the pool has.</summary>
    internal IdentityPool WithLoginProviderReplaced(LoginProvider provider) =>
        (this with { LoginProviders = [.. LoginProviders.Where(known => known.Provider != provider.Provider), provider] }).Settled();

    internal IdentityPool WithOpenIdConnectProvider(OpenIdConnectProvider provider) =>
        OpenIdConnectProviders.Contains(provider)
            ? throw Fault.Of(nameof(Messages.DuplicateOpenIdConnectProvider), this, this, provider)
            : (this with { OpenIdConnectProviders = [.. OpenIdConnectProviders, provider] }).Settled();

    internal IdentityPool WithSamlProvider(SamlProvider provider) =>
        SamlProviders.Contains(provider)
            ? throw Fault.Of(nameof(Messages.DuplicateSamlProvider), this, this, provider)
            : (this with { SamlProviders = [.. SamlProviders, provider] }).Settled();

    internal IdentityPool WithDeveloperProvider(TemplateValue name) =>
        DeveloperProviderName is { } known
            ? throw Fault.Of(nameof(Messages.SecondDeveloperProvider), this, this, known, name)
            : (this with { DeveloperProviderName = Limits.DeveloperProviderName.Check(name) }).Settled();
}
