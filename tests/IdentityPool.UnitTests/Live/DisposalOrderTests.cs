using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What points to something goes before it: a user pool that goes first leaves clients that nobody can be asked for any more.</summary>
public sealed class DisposalOrderTests
{
    private readonly Account account = new();

    private static IdentityPool Definition { get; } =
        Pools
            .Empty.WithUserPool(new(UserPool.Define("customers", deletionPolicy: DeletionPolicy.Delete), UserPoolClient.Generated, serverSideTokenCheck: true))
            .WithUserPool(new(UserPool.Define("staff", deletionPolicy: DeletionPolicy.Delete), UserPoolClient.Generated, serverSideTokenCheck: true));

    [Fact]
    public async Task A_removal_takes_clients_before_their_user_pools()
    {
        var pool = await account.PublishAsync(Definition);
        account.Sandbox.ClearCalls();

        await account.RemoveAsync(pool.Id!, new() { Definition = Definition });

        AssertOrder("DeleteIdentityPool", "DeleteUserPoolClient", "DeleteUserPoolClient", "DeleteUserPool", "DeleteUserPool");
    }

    [Fact]
    public async Task A_roll_back_takes_clients_before_their_user_pools()
    {
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetIdentityPoolRoles", Count: 1));

        await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Definition));

        AssertOrder("DeleteIdentityPool", "DeleteUserPoolClient", "DeleteUserPoolClient", "DeleteUserPool", "DeleteUserPool");
    }

    private void AssertOrder(params string[] operations)
    {
        var deleted = account.Mutations.Where(call => operations.Contains(call.Operation) && call.StatusCode == 200).Select(call => call.Operation);
        Assert.Equal(operations, deleted);
    }
}
