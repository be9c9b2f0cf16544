using IdentityPools.Model;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>The same thing twice.</summary>
public sealed class DuplicateTests
{
    [Fact]
    public void The_same_client_of_a_user_pool() => Twice("DuplicateUserPool", pool => pool.WithUserPool(Pools.Client("one")));

    [Fact]
    public void The_same_client_of_a_user_pool_with_another_token_check() =>
        Refused.With(
            "DuplicateUserPool",
            () => Pools.Empty.WithUserPool(Pools.Client("one")).WithUserPool(new(Pools.UserPool, UserPoolClient.Existing("one"), serverSideTokenCheck: false))
        );

    [Fact]
    public void Two_generated_clients_of_a_user_pool() =>
        Twice("DuplicateUserPool", pool => pool.WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, true)));

    [Theory]
    [InlineData(LoginProviderName.Amazon)]
    [InlineData(LoginProviderName.Facebook)]
    [InlineData(LoginProviderName.Google)]
    [InlineData(LoginProviderName.Apple)]
    [InlineData(LoginProviderName.Twitter)]
    public void A_second_id_of_a_login_provider(LoginProviderName name) =>
        Refused.With(
            "DuplicateLoginProvider",
            () => Pools.Empty.WithLoginProvider(LoginProvider.Create(name, "one")).WithLoginProvider(LoginProvider.Create(name, "two"))
        );

    [Fact]
    public void The_same_OpenID_Connect_provider() => Twice("DuplicateOpenIdConnectProvider", pool => pool.WithOpenIdConnectProvider(Pools.OpenIdConnectArn));

    [Fact]
    public void The_same_SAML_provider() => Twice("DuplicateSamlProvider", pool => pool.WithSamlProvider(Pools.SamlArn));

    [Fact]
    public void A_second_developer_provider() =>
        Refused.With("SecondDeveloperProvider", () => Pools.Empty.WithDeveloperProvider("one").WithDeveloperProvider("two"));

    [Fact]
    public void A_second_mapping_of_a_provider_under_another_name() =>
        Refused.With(
            "DuplicateRoleMapping",
            () =>
                Pools
                    .Empty.WithRoleMapping(Token(Pools.Login(LoginProviderName.Facebook)))
                    .WithRoleMapping(Token(ProviderReference.OfUrl("graph.facebook.com")))
        );

    [Fact]
    public void A_second_mapping_of_a_user_pool_under_another_name() =>
        Refused.With(
            "DuplicateRoleMapping",
            () =>
                Pools
                    .Empty.WithUserPool(Pools.Client("one"))
                    .WithRoleMapping(Token(new UserPoolReference(Pools.UserPool, null)))
                    .WithRoleMapping(Token(ProviderReference.OfUrl(Pools.ProviderName + ":one")))
        );

    [Fact]
    public void A_second_mapping_of_a_user_pool_that_is_found_out_when_the_user_pool_is_added() =>
        Refused.With(
            "DuplicateRoleMapping",
            () =>
                Pools
                    .Empty.WithRoleMapping(Token(new UserPoolReference(Pools.UserPool, null)))
                    .WithRoleMapping(Token(ProviderReference.OfUrl(Pools.ProviderName + ":one")))
                    .WithUserPool(Pools.Client("one"))
        );

    [Fact]
    public void A_mapping_key() =>
        Refused.With(
            "DuplicateMappingKey",
            () =>
                Pools
                    .Empty.WithRoleMapping(Token(Pools.Login(LoginProviderName.Google), "key"))
                    .WithRoleMapping(Token(Pools.Login(LoginProviderName.Amazon), "key"))
        );

    [Fact]
    public void Principal_tags_of_a_provider() =>
        Twice("DuplicatePrincipalTag", pool => pool.WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Google))));

    [Fact]
    public void A_rule() =>
        Refused.With("DuplicateRule", () => Pools.Rules(Pools.Login(LoginProviderName.Google), Pools.Rule("a", Pools.RoleArn), Pools.Rule("a", Pools.RoleArn)));

    private static RoleMapping Token(ProviderReference provider, string? key = null) => RoleMapping.FromToken(provider, AmbiguousRoleResolution.Deny, key);

    private static void Twice(string errorId, Func<IdentityPool, IdentityPool> step)
    {
        var once = step(Pools.Empty);

        Refused.With(errorId, () => step(once));
    }
}
