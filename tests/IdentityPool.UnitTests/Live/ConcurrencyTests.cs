using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Several who work on one pool.</summary>
public sealed class ConcurrencyTests
{
    [Fact]
    public async Task Two_who_publish_a_new_pool_at_once_end_with_one()
    {
        var undisturbed = new Account();
        await undisturbed.PublishAsync(Rich.Definition);
        var desired = await Inventory.OfAsync(undisturbed.Sandbox);
        for (var round = 0; round < 6; round++)
        {
            var account = new Account { Sandbox = { Latency = TimeSpan.FromMilliseconds(2) } };

            await Task.WhenAll(
                account.PublishAsync(Rich.Definition, service: account.Connect()),
                account.PublishAsync(Rich.Definition, service: account.Connect())
            );

            Assert.Equal(desired, await Inventory.OfAsync(account.Sandbox));
            Assert.Empty((await account.PlanAsync(Rich.Definition)).Steps);
        }
    }

    [Fact]
    public async Task Two_who_change_a_pool_at_once_both_have_their_way()
    {
        var account = new Account { Sandbox = { Latency = TimeSpan.FromMilliseconds(2) } };
        var pool = await account.PublishAsync(Pools.Empty);
        var google = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "abc.apps.googleusercontent.com"));

        await account.PublishAsync(google, service: account.Connect());
        await account.PublishAsync(Pools.Empty.WithUserPool(Pools.Client("web")), service: account.Connect());

        var read = await account.ReadAsync(pool.Id!);
        Assert.Single(read.LoginProviders);
        Assert.Single(read.UserPools);
    }

    [Fact]
    public async Task What_somebody_changed_after_the_plan_was_made_is_not_overwritten()
    {
        var account = new Account();
        var pool = await account.PublishAsync(Pools.Empty);
        var wanted = Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Facebook, "1234567890"));
        var plan = await account.PlanAsync(wanted);
        await account.PublishAsync(Pools.Empty.WithUserPool(Pools.Client("web")), service: account.Connect());
        account.Sandbox.ClearCalls();

        // A person was asked in between, which takes its time.
        var fault = await Assert.ThrowsAsync<ServiceException>(() =>
            account.Service.PublishAsync(plan with { ReadAt = 0 }, account, TestContext.Current.CancellationToken)
        );

        Assert.Equal(nameof(Messages.PoolChangedSincePlan), fault.ErrorId);
        Assert.Empty(account.Mutations);
        Assert.Single((await account.ReadAsync(pool.Id!)).UserPools);
    }

    [Fact]
    public async Task A_change_under_way_is_waited_for_and_built_upon()
    {
        var account = new Account();
        await account.PublishAsync(Pools.Empty);
        account.Sandbox.AddFault(new(SandboxFaultKind.ConcurrentModification, "UpdateIdentityPool", Count: 2));

        await account.PublishAsync(Pools.Empty.WithUserPool(Pools.Client("web")));

        Assert.Empty((await account.PlanAsync(Pools.Empty.WithUserPool(Pools.Client("web")))).Steps);
    }

    [Fact]
    public async Task A_role_made_a_moment_ago_is_waited_for()
    {
        var account = new Account { Sandbox = { RolePropagationDelay = TimeSpan.FromSeconds(2) } };

        await account.PublishAsync(Pools.Empty);

        Assert.Empty((await account.PlanAsync(Pools.Empty)).Steps);
        Assert.Contains(account.Reported, call => call is { Operation: "cognito-identity:SetIdentityPoolRoles", Error: not null });
    }
}
