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
    [InlineData("accounts.google.com", null, "google-app")]
    [InlineData("appleid.apple.com", null, "com.example.shop")]
    [InlineData("graph.facebook.com", null, null)]
    [InlineData("api.twitter.com", null, null)]
    [InlineData(Pools.ProviderName + ":web", "https://" + Pools.ProviderName, "web")]
    public void Issuer_and_audience_are_known_where_the_pool_tells_them(string provider, string? issuer, string? audience)
    {
        var issued = IssuedClaims.For(Pool, ProviderReference.OfUrl(provider));
        Assert.Equal((issuer, audience), (issued.ValueOf("iss"), issued.ValueOf("aud")));
    }

    [Fact]
    public void Of_a_provider_that_the_pool_lacks_nothing_is_known() =>
        Assert.Empty(IssuedClaims.For(Pools.Empty, Pools.Login(LoginProviderName.Google)).Fixed);
}
