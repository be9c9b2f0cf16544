using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Whose pool may be removed, and what is said of what stays.</summary>
public sealed class RemovalTests
{
    private readonly Account account = new();

    [Fact]
    public async Task A_pool_that_was_not_made_here_goes_by_force_only()
    {
        var foreign = await account.SeedAsync("console");
        account.Sandbox.ClearCalls();

        var fault = await Assert.ThrowsAsync<DefinitionException>(() => account.RemoveAsync(foreign));

        Assert.Equal(nameof(Messages.RemovalOfForeignPool), fault.ErrorId);
        Assert.Contains(foreign, fault.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", fault.Message, StringComparison.Ordinal);
        Assert.Empty(account.Mutations);
        await account.RemoveAsync(foreign, new() { Force = true });
        Assert.Equal(["DeleteIdentityPool"], account.Mutations.Select(call => call.Operation));
    }

    [Fact]
    public async Task A_pool_that_was_changed_by_its_id_is_not_ours_and_one_that_was_taken_over_is()
    {
        var foreign = await account.SeedAsync("shop");
        await account.PublishAsync(Pools.Empty.WithLoginProvider(LoginProvider.Create(LoginProviderName.Google, "app")), new() { Id = foreign });
        await Assert.ThrowsAsync<DefinitionException>(() => account.RemoveAsync(foreign));

        await account.PublishAsync(Pools.Empty, new() { Adopt = true });

        await account.RemoveAsync(foreign);
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name", "web-prod")]
    [InlineData("aws:cloudformation:stack-id", "arn:aws:cloudformation:eu-west-1:123456789012:stack/web-prod/1")]
    public void A_pool_of_a_stack_goes_by_force_only_even_if_it_was_taken_over(string tag, string stack)
    {
        var pool = new PoolState
        {
            Id = "eu-west-1:1",
            Name = "shop",
            AllowUnauthenticatedIdentities = false,
            Tags = ValueMap<string>.Create([KeyValuePair.Create(Bookkeeping.Managed, Bookkeeping.True), KeyValuePair.Create(tag, stack)]),
        };

        var fault = Refused.With(nameof(Messages.RemovalOfStackPool), () => Removal.CheckOurs(pool, new()));

        Assert.Contains(stack, fault.Message, StringComparison.Ordinal);
        Assert.Contains("-Force", fault.Message, StringComparison.Ordinal);
        Removal.CheckOurs(pool, new() { Force = true });
    }

    [Fact]
    public async Task What_stays_is_told_with_the_reason_and_the_remedy()
    {
        var pool = await account.PublishAsync(
            Pools
                .Empty.WithUserPool(new(UserPool.Define("people"), UserPoolClient.Generated, true))
                .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://issuer.example", ["a"], [], null))
        );

        var kept = (await account.Service.PlanRemovalAsync(pool.Id!, new(), account, TestContext.Current.CancellationToken)).Kept;

        Assert.Collection(
            kept,
            userPool =>
                Assert.EndsWith(
                    $"delete-user-pool --user-pool-id {pool.UserPools[0].UserPool.TypedId} --region eu-west-1",
                    userPool.Reason,
                    StringComparison.Ordinal
                ),
            provider =>
                Assert.EndsWith(
                    $"delete-open-id-connect-provider --open-id-connect-provider-arn {pool.OpenIdConnectProviders[0].TypedArn}",
                    provider.Reason,
                    StringComparison.Ordinal
                )
        );
    }
}
