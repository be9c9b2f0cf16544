using IdentityPools.Model;

namespace IdentityPools.UnitTests.Properties;

/// <summary>A provider, the step that adds it and the way to speak of it.</summary>
internal sealed record Provider(Func<IdentityPool, IdentityPool> Add, ProviderReference? Reference, bool CanTag = true)
{
    public static Provider Of(UserPoolAuthentication userPool) =>
        new(pool => pool.WithUserPool(userPool), new UserPoolReference(userPool.UserPool, userPool.UserPoolClient));

    public static Provider Of(LoginProvider login) => new(pool => pool.WithLoginProvider(login), new LoginProviderReference(login.Provider));

    public static Provider Of(OpenIdConnectProvider provider) =>
        new(pool => pool.WithOpenIdConnectProvider(provider), new OpenIdConnectProviderReference(provider));

    public static Provider Of(SamlProvider provider) => new(pool => pool.WithSamlProvider(provider), new SamlProviderReference(provider));

    public static Provider Of(TemplateValue developer) =>
        new(pool => pool.WithDeveloperProvider(developer), developer.IsLiteral ? new ProviderUrlReference(developer) : null, CanTag: false);
}
