using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>A user pool in another region than the identity pool is called where it is, by every call.</summary>
public sealed class OtherRegionTests
{
    private const string Id = "us-east-1_Zz9Yy8Xx7";

    private readonly Account account = new();

    public OtherRegionTests() => account.Sandbox.AddUserPool(Id, "web", "app");

    [Fact]
    public async Task A_client_is_made_found_changed_examined_and_removed_in_the_region_of_its_user_pool()
    {
        var pool = await account.PublishAsync(Define());
        await account.PublishAsync(Define("https://shop.example/"));
        await account.Service.ExamineAsync(await account.ReadAsync(pool.Id!), account, TestContext.Current.CancellationToken);
        await account.RemoveAsync(pool.Id!);

        var calls = account.Sandbox.Calls.ToLookup(call => call.Service, StringComparer.Ordinal);
        Assert.Equal(
            [
                "CreateUserPoolClient",
                "DeleteUserPoolClient",
                "DescribeUserPool",
                "DescribeUserPoolClient",
                "ListGroups",
                "ListUserPoolClients",
                "UpdateUserPoolClient",
            ],
            calls["cognito-idp"].Select(call => call.Operation).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
        );
        Assert.All(calls["cognito-idp"], call => Assert.Equal(("us-east-1", null), (call.Region, call.ErrorCode)));
        Assert.All(calls["cognito-identity"], call => Assert.Equal("eu-west-1", call.Region));
    }

    [Fact]
    public void Its_ARN_names_its_region() =>
        Assert.Equal($"arn:aws:cognito-idp:us-east-1:123456789012:userpool/{Id}", new AwsAccount("123456789012", "eu-west-1").UserPoolArn(Id));

    private static IdentityPool Define(string? callback = null)
    {
        var client = UserPoolClient.Define(new() { Name = "shop", CallbackUrls = callback is null ? [] : [callback] });
        return Pools.Empty.WithUserPool(new(UserPool.Existing(Id), client, serverSideTokenCheck: true));
    }
}
