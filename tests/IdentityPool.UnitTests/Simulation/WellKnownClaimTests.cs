using IdentityPools.Model;
using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>The claims that completion offers.</summary>
public sealed class WellKnownClaimTests
{
    [Theory]
    [InlineData(LoginProviderName.Amazon)]
    [InlineData(LoginProviderName.Facebook)]
    public void Of_providers_without_ID_tokens_they_are_those_that_the_simulation_knows(LoginProviderName login)
    {
        var provider = new LoginProviderReference(login);
        var source = WellKnownClaim.SourceOf(provider);

        Assert.Equal(
            IssuedClaims.For(IdentityPool.Create(new()), provider).Names.Order(),
            WellKnownClaim.All.Where(claim => claim.Sources.HasFlag(source)).Select(claim => claim.Name).Order()
        );
    }

    [Fact]
    public void Each_is_listed_once() => Assert.Equal(WellKnownClaim.All.Count, WellKnownClaim.All.DistinctBy(claim => claim.Name).Count());
}
