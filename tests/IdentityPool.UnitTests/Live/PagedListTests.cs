using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>What stands on a later page counts as much as what stands on the first one. Every list of the account comes one item at a time.</summary>
public sealed class PagedListTests
{
    private const string Document = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""";

    private readonly Account account = new();

    [Fact]
    public async Task Every_identity_pool_is_listed()
    {
        string[] names = ["first", "second", "third"];
        foreach (var name in names)
        {
            await account.SeedAsync(name);
        }

        var pages = new List<ListingPage>();
        await foreach (var page in account.Service.ListAsync(account, TestContext.Current.CancellationToken))
        {
            pages.Add(page);
        }

        Assert.Equal(names, pages.SelectMany(page => page.Pools).Select(pool => pool.Name).Order(StringComparer.Ordinal));
        Assert.Equal([false, false, true], pages.Select(page => page.IsLast));
    }

    [Fact]
    public async Task A_pool_is_found_by_its_name_on_whichever_page_it_stands()
    {
        await account.SeedAsync("before");
        var made = await account.PublishAsync(Pools.Empty);
        await account.SeedAsync("after");

        Assert.Equal(made.Id, (await account.PublishAsync(Pools.Empty)).Id);
        Assert.Equal("after before shop", (await Inventory.OfAsync(account.Sandbox)).Pools);
    }

    [Fact]
    public async Task Every_policy_of_a_role_is_read()
    {
        var pool = await account.PublishAsync(Pools.Empty);
        var name = pool.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1];
        string[] inline = ["A", "B", "C"];
        string[] managed =
        [
            "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess",
            "arn:aws:iam::aws:policy/PowerUserAccess",
            "arn:aws:iam::aws:policy/ReadOnlyAccess",
        ];
        Array.ForEach(inline, policy => Invoke("PutRolePolicy", ("RoleName", name), ("PolicyName", policy), ("PolicyDocument", Document)));
        Array.ForEach(managed, arn => Invoke("AttachRolePolicy", ("RoleName", name), ("PolicyArn", arn)));

        var role = (await account.ReadAsync(pool.Id!)).AuthenticatedRole!;

        Assert.Equal(inline, role.InlinePolicies.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(managed, role.TypedManagedPolicyArns.Select(arn => arn.Literal));
    }

    [Fact]
    public async Task Every_role_of_a_pool_goes_with_it()
    {
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/A-other");
        var pool = await account.PublishAsync(Rich.Definition);
        Assert.Equal(4, (await Inventory.OfAsync(account.Sandbox)).Roles.Split(' ').Length - 1);

        await account.RemoveAsync(pool.Id!);

        Assert.Single(List("ListRoles", "Roles", ("MaxItems", 1000)));
    }

    [Fact]
    public async Task A_user_pool_that_was_kept_is_found_by_its_name_on_whichever_page_it_stands()
    {
        var definition = Pools.Empty.WithUserPool(new(UserPool.Define("customers"), UserPoolClient.Generated, serverSideTokenCheck: true));
        var removed = await account.PublishAsync(definition);
        await account.RemoveAsync(removed.Id!);
        Invoke("CreateUserPool", ("PoolName", "another"));
        var before = (await Inventory.OfAsync(account.Sandbox)).UserPools;

        await account.PublishAsync(definition);

        Assert.Equal(3, before.Split(' ').Length);
        Assert.Equal(before, (await Inventory.OfAsync(account.Sandbox)).UserPools);
    }

    [Fact]
    public async Task A_client_whose_answer_was_lost_is_found_by_its_name_on_whichever_page_it_stands()
    {
        account.Sandbox.AddFault(new(SandboxFaultKind.LostResponse, "CreateUserPoolClient", Count: 1));

        await account.PublishAsync(Pools.Empty.WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, serverSideTokenCheck: true)));

        Assert.Equal(3, List("ListUserPoolClients", "UserPoolClients", ("UserPoolId", Pools.UserPoolId), ("MaxResults", 60)).Count);
    }

    private JsonArray List(string operation, string member, params (string Name, object Value)[] input) =>
        (JsonArray)JsonNode.Parse(Invoke(operation, input))![member]!;

    private string Invoke(string operation, params (string Name, object Value)[] input) =>
        account.Sandbox.Invoke(operation, JsonSerializer.Serialize(input.ToDictionary(entry => entry.Name, entry => entry.Value)));
}
