using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>A process that ends in the middle of its work leaves something behind; the next one carries on from there.</summary>
public sealed class AbandonedRunTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_second_run_carries_on_from_wherever_the_first_one_ended(bool answerIsLost)
    {
        var undisturbed = new Account();
        await undisturbed.PublishAsync(Rich.Definition);
        var desired = await Inventory.OfAsync(undisturbed.Sandbox);
        var mutations = undisturbed
            .Sandbox.Calls.Select((call, index) => (call.Mutating, index))
            .Where(call => call.Mutating)
            .Select(call => call.index)
            .ToList();
        Assert.True(mutations.Count >= 15);

        foreach (var last in mutations)
        {
            var account = new Account();
            if (answerIsLost)
            {
                account.Sandbox.AddFault(new(SandboxFaultKind.LostResponse, Skip: last, Count: 1));
            }

            // Whatever the process would still have done does not happen: neither the rest nor a roll-back.
            account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, Skip: answerIsLost ? last : last + 1, Count: int.MaxValue));
            if (last < mutations[^1] || answerIsLost)
            {
                await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));
            }

            account.Sandbox.ClearFaults();
            await account.PublishAsync(Rich.Definition);

            Assert.Equal(desired, await Inventory.OfAsync(account.Sandbox));
            Assert.Empty((await account.PlanAsync(Rich.Definition)).Steps);
        }
    }

    [Fact]
    public async Task A_client_that_another_pool_uses_is_not_what_a_run_left()
    {
        var account = new Account();
        var first = IdentityPool.Create(new() { Name = "shop" }).WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, serverSideTokenCheck: true));
        var published = await account.PublishAsync(first);
        await account.PublishAsync(published.With(new() { Name = "other" }, TagChange.Create([], [])));
        account.Sandbox.ClearCalls();

        var taken = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(first));
        var copied = await Assert.ThrowsAsync<DefinitionException>(() => account.PublishAsync(published.Copied("shop")));

        Assert.All([taken, copied], exception => Assert.Equal(nameof(Messages.UserPoolClientNameTaken), exception.ErrorId));
        Assert.Empty(account.Mutations);
    }

    [Fact]
    public async Task A_removal_that_fails_on_the_way_tells_what_it_failed_of()
    {
        var account = new Account();
        var pool = await account.PublishAsync(Pools.Empty);
        account.Sandbox.DenyAction("iam:DeleteRole");

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.RemoveAsync(pool.Id!));

        Assert.Equal((nameof(Messages.AccessDenied), "AccessDenied", "iam:DeleteRole"), (fault.ErrorId, fault.ErrorCode, fault.Operation));
        Assert.NotEqual(fault.Message, Assert.IsType<ServiceException>(fault.InnerException).Message);
    }

    [Fact]
    public async Task Access_denied_while_creating_leaves_nothing()
    {
        var empty = await Inventory.OfAsync(new Account().Sandbox);
        foreach (
            var action in new[]
            {
                "iam:PassRole",
                "iam:CreateRole",
                "iam:PutRolePolicy",
                "iam:AttachRolePolicy",
                "cognito-identity:SetPrincipalTagAttributeMap",
            }
        )
        {
            var account = new Account();
            account.Sandbox.DenyAction(action);

            var fault = await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));

            Assert.Equal(ServiceErrorKind.Denied, fault.Kind);
            Assert.Contains("rolled back", fault.Message, StringComparison.Ordinal);
            Assert.Equal(empty, await Inventory.OfAsync(account.Sandbox));
        }
    }
}
