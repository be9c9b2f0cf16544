using IdentityPools.Simulation;
using Xunit;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>Which provider is meant when a request names none.</summary>
public sealed class SimulatedPoolTests
{
    private static readonly IdentityPool Google = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "google-app"));
    private static readonly IdentityPool Both = Google.WithUserPool(Pools.Client("web"));

    [Fact]
    public void The_only_one_is_meant()
    {
        Assert.Equal("Google", new SimulatedPool(Google).OnlyProvider(userPoolOnly: false).ToString());
        Assert.Equal("user pool eu-west-1_Ab1Cd2Ef3, client web", new SimulatedPool(Both).OnlyProvider(userPoolOnly: true).ToString());
    }

    [Fact]
    public void Of_none_and_of_several_none_is()
    {
        Refused.With("NoProviderToLogIn", () => new SimulatedPool(Google).OnlyProvider(userPoolOnly: true));
        Refused.With("ProviderNotNamed", () => new SimulatedPool(Both).OnlyProvider(userPoolOnly: false));
    }
}
