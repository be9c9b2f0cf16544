using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What is taken back when something cannot be taken back: roll-back of a creation, and removal.</summary>
public sealed class RollbackTests
{
    private const int ForGood = int.MaxValue;

    private readonly Account account = new();

    [Theory]
    [InlineData(SandboxFaultKind.InternalError)]
    [InlineData(SandboxFaultKind.AccessDenied)]
    public async Task Roles_that_can_never_be_set_do_not_keep_the_pool_and_its_roles(SandboxFaultKind kind)
    {
        var empty = await Inventory.OfAsync(account.Sandbox);
        account.Sandbox.AddFault(new(kind, "SetIdentityPoolRoles", Count: ForGood));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));

        Assert.NotEqual(nameof(Messages.RollbackIncomplete), fault.ErrorId);
        Assert.Contains("rolled back", fault.Message, StringComparison.Ordinal);
        Assert.Equal(empty, await Inventory.OfAsync(account.Sandbox));
    }

    [Fact]
    public async Task A_role_that_stays_keeps_the_pool_by_which_it_is_found_again_and_no_other_role()
    {
        var pool = Pools.Empty.WithDefaultRoles(
            IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { Path = "/shop/" }),
            IdentityPoolRole.Managed(null, RoleAudience.Unauthenticated)
        );
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetIdentityPoolRoles", Count: ForGood));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteRole", Skip: 1, Count: ForGood));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(pool));

        Assert.Equal(nameof(Messages.RollbackIncomplete), fault.ErrorId);
        Assert.Contains("arn:aws:iam::123456789012:role/shop/Authenticated-", fault.Message, StringComparison.Ordinal);
        var left = await Inventory.OfAsync(account.Sandbox);
        Assert.Equal(("shop", "Authenticated"), (left.Pools, left.Roles));
        account.Sandbox.ClearFaults();
        await account.PublishAsync(pool);
        Assert.Equal("Authenticated Unauthenticated", (await Inventory.OfAsync(account.Sandbox)).Roles);
    }

    [Fact]
    public async Task A_pool_that_stays_keeps_what_it_points_to()
    {
        var (_, whole) = await UndisturbedAsync();
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetIdentityPoolRoles", Skip: 1, Count: ForGood));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetPrincipalTagAttributeMap", Count: ForGood));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteIdentityPool", Count: ForGood));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));

        Assert.Equal(nameof(Messages.RollbackIncomplete), fault.ErrorId);
        Assert.Equal(whole, await Inventory.OfAsync(account.Sandbox));
        var left = fault.Message.Split("These resources remain")[1];
        string[] parts =
        [
            "identitypool/eu-west-1:",
            "role/Admin-",
            "role/Authenticated-",
            ":userpool/eu-west-1_",
            "/client/",
            "saml-provider/Office",
            "oidc-provider/login",
        ];
        Assert.All(parts, part => Assert.Contains(part, left, StringComparison.Ordinal));
        account.Sandbox.ClearFaults();
        await account.PublishAsync(Rich.Definition);
        Assert.Empty((await account.PlanAsync(Rich.Definition)).Steps);
    }

    [Fact]
    public async Task A_pool_that_a_role_keeps_keeps_what_it_points_to()
    {
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetIdentityPoolRoles", Count: ForGood));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteRole", Count: ForGood));

        await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));

        account.Sandbox.ClearFaults();
        await account.PublishAsync(Rich.Definition);
        Assert.Empty((await account.PlanAsync(Rich.Definition)).Steps);
        Assert.Equal((await UndisturbedAsync()).Inventory, await Inventory.OfAsync(account.Sandbox));
    }

    [Fact]
    public async Task A_client_goes_with_its_user_pool()
    {
        var empty = await Inventory.OfAsync(account.Sandbox);
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "SetIdentityPoolRoles", Count: ForGood));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteUserPoolClient", Count: ForGood));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.PublishAsync(Rich.Definition));

        Assert.NotEqual(nameof(Messages.RollbackIncomplete), fault.ErrorId);
        Assert.Equal(empty, await Inventory.OfAsync(account.Sandbox));
    }

    [Fact]
    public async Task A_removal_goes_on_past_what_cannot_be_removed_and_lists_it()
    {
        var pool = await account.PublishAsync(Rich.Definition);
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteRolePolicy", Count: 1));
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteUserPoolClient", Count: 1));

        var fault = await Assert.ThrowsAsync<ServiceException>(() => account.RemoveAsync(pool.Id!));

        var left = await Inventory.OfAsync(account.Sandbox);
        Assert.Equal("", left.Pools);
        Assert.Single(left.Roles.Split(' '));
        var list = fault.Message.Split("Not done")[1];
        Assert.Contains($"role/{left.Roles}-", list, StringComparison.Ordinal);
        Assert.Contains("/client/", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pool_that_cannot_be_removed_keeps_all_that_is_its_own()
    {
        var pool = await account.PublishAsync(Rich.Definition);
        var before = await Inventory.OfAsync(account.Sandbox);
        account.Sandbox.AddFault(new(SandboxFaultKind.AccessDenied, "DeleteIdentityPool", Count: ForGood));

        await Assert.ThrowsAsync<ServiceException>(() => account.RemoveAsync(pool.Id!));

        Assert.Equal(before, await Inventory.OfAsync(account.Sandbox));
    }

    private static async Task<(IdentityPool Pool, Inventory Inventory)> UndisturbedAsync()
    {
        var other = new Account();
        return (await other.PublishAsync(Rich.Definition), await Inventory.OfAsync(other.Sandbox));
    }
}
