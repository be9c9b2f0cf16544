using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>What is known of the claims of a provider's tokens before there is one.</summary>
public sealed class IssuedClaimsTests
{
    private static readonly IdentityPool Pool = Pools
        .Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google-app"))
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Apple, "com.example.shop"))
        .WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "102030405060708"))
        .WithUserPool(Pools.Client("web"));

    [Theory]
    [InlineData("accounts.google.com", "google-app")]
    [InlineData("appleid.apple.com", "com.example.shop")]
    [InlineData("graph.facebook.com", null)]
    [InlineData("api.twitter.com", null)]
    [InlineData(Pools.ProviderName + ":web", "web")]
    public void The_audience_is_known_where_the_pool_tells_it_and_issuers_have_more_than_one_name(string provider, string? audience)
    {
        var issued = IssuedClaims.For(Pool, ProviderReference.OfUrl(provider));
        Assert.Equal((null, audience), (issued.ValueOf("iss"), issued.ValueOf("aud")));
    }

    [Fact]
    public void Of_a_provider_that_the_pool_lacks_nothing_is_known() =>
        Assert.Empty(IssuedClaims.For(Pools.Empty, Pools.Login(LoginProviderName.Google)).Fixed);
}
