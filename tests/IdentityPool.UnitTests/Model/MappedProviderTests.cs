using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;
using Xunit;

namespace IdentityPools.UnitTests.Model;

/// <summary>Which provider a role mapping means, and the key it gets.</summary>
public sealed class MappedProviderTests
{
    [Fact]
    public void Without_a_client_the_only_client_is_meant_whichever_was_said_first()
    {
        var mapping = Token(new UserPoolReference(Pools.UserPool, null));
        var before = Pools.Empty.WithRoleMapping(mapping).WithUserPool(Pools.Client("one"));
        var after = Pools.Empty.WithUserPool(Pools.Client("one")).WithRoleMapping(mapping);

        Assert.Equal(after, before);
        Assert.Equal(Pools.ProviderName + ":one", Assert.Single(after.RoleMappings).MappingKey);
    }

    [Fact]
    public void Without_a_client_two_clients_are_ambiguous_and_listed()
    {
        var pool = Pools.Empty.WithUserPool(Pools.Client("one")).WithUserPool(Pools.Client("two"));

        var fault = Refused.With("UserPoolClientAmbiguous", () => pool.WithRoleMapping(Token(new UserPoolReference(Pools.UserPool, null))));

        Assert.Contains("one, two", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_second_client_that_makes_it_ambiguous_is_found_when_the_pool_leaves()
    {
        var pool = Pools
            .Empty.WithUserPool(Pools.Client("one"))
            .WithRoleMapping(Token(new UserPoolReference(Pools.UserPool, null)))
            .WithUserPool(Pools.Client("two"));

        Refused.With("UserPoolClientAmbiguous", () => PoolSections.Create(pool, new()));
    }

    [Fact]
    public void A_client_that_was_named_stays_when_another_is_added()
    {
        var one = new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("one"));
        var pool = Pools.Empty.WithUserPool(Pools.Client("one")).WithRoleMapping(Token(one)).WithUserPool(Pools.Client("two"));

        Assert.Equal(Pools.ProviderName + ":one", Assert.Single(pool.RoleMappings).MappingKey);
    }

    [Theory]
    [InlineData("www.amazon.com", LoginProviderName.Amazon)]
    [InlineData("graph.facebook.com", LoginProviderName.Facebook)]
    [InlineData("accounts.google.com", LoginProviderName.Google)]
    [InlineData("appleid.apple.com", LoginProviderName.Apple)]
    [InlineData("api.twitter.com", LoginProviderName.Twitter)]
    public void The_URL_of_a_login_provider_is_the_login_provider(string url, LoginProviderName name) =>
        Assert.Equal(Pools.Login(name), ProviderReference.OfUrl(url));

    [Fact]
    public void ARNs_tell_the_kind_of_provider()
    {
        Assert.IsType<OpenIdConnectProviderReference>(ProviderReference.OfUrl(Pools.OpenIdConnectArn));
        Assert.IsType<SamlProviderReference>(ProviderReference.OfUrl(Pools.SamlArn));
    }

    [Fact]
    public void A_function_needs_a_mapping_key() => Refused.With("MappingKeyRequired", () => Token(ProviderReference.OfUrl(Pools.Ref("Provider"))));

    [Fact]
    public void A_function_takes_the_mapping_key_that_is_given() =>
        Assert.Equal("partner", Token(ProviderReference.OfUrl(Pools.Ref("Provider")), "partner").MappingKey);

    [Theory]
    [InlineData("", "InvalidMappingKey")]
    public void An_empty_mapping_key_is_refused(string key, string errorId) => Refused.With(errorId, () => Token(Pools.Login(LoginProviderName.Google), key));

    [Fact]
    public void A_user_pool_by_function_gets_a_key_that_stays_the_same()
    {
        var userPool = UserPool.Existing(TemplateValue.FromNode(TemplateMapping.Single(Intrinsic.ImportValue, "SharedUsers")));
        var pool = Pools.Empty.WithUserPool(new(userPool, UserPoolClient.Generated, true)).WithRoleMapping(Token(new UserPoolReference(userPool, null)));

        Assert.Equal("ImportedSharedUsers", Assert.Single(pool.RoleMappings).MappingKey);
        Assert.Null(pool.RoleMappings[0].TypedProviderUrl);
    }

    [Fact]
    public void A_mapping_of_a_provider_that_the_pool_has_not_is_found_when_the_pool_leaves()
    {
        var pool = Pools.Empty.WithOpenIdConnectProvider(Pools.OpenIdConnectArn).WithRoleMapping(Token(Pools.Login(LoginProviderName.Google)));

        var fault = Refused.With("MappedProviderMissing", () => PoolSections.Create(pool, new()));

        Assert.Contains("Google", fault.Message, StringComparison.Ordinal);
        Assert.Contains(Pools.OpenIdConnectArn, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Tags_of_a_provider_that_the_pool_has_not_are_found_when_the_pool_leaves()
    {
        var pool = Pools.Empty.WithPrincipalTags(PrincipalTagMapping.Defaults(Pools.Login(LoginProviderName.Google)));

        Refused.With("TaggedProviderMissing", () => PoolSections.Create(pool, new()));
    }

    [Theory]
    [InlineData(LoginProviderName.Google, true)]
    [InlineData(LoginProviderName.Facebook, true)]
    public void Only_tokens_of_user_pools_carry_roles(LoginProviderName name, bool isWithoutRoles)
    {
        Assert.Equal(isWithoutRoles, Token(Pools.Login(name)).IsTokenWithoutRoles);
        Assert.False(Token(new UserPoolReference(Pools.UserPool, UserPoolClient.Existing("one"))).IsTokenWithoutRoles);
    }

    private static RoleMapping Token(ProviderReference provider, string? key = null) => RoleMapping.FromToken(provider, AmbiguousRoleResolution.Deny, key);
}
