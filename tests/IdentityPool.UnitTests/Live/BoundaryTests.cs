using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>A permissions boundary limits what a role may do; in the account it is the one of the definition.</summary>
public sealed class BoundaryTests
{
    private const string Narrow = "arn:aws:iam::aws:policy/ReadOnlyAccess";
    private const string Wide = "arn:aws:iam::aws:policy/PowerUserAccess";

    private readonly Account account = new();

    [Theory]
    [InlineData(null, Narrow)]
    [InlineData(Wide, Narrow)]
    [InlineData(Narrow, Wide)]
    public async Task One_that_is_added_or_changed_is_the_role_s(string? before, string after)
    {
        var pool = await account.PublishAsync(Define(before));
        Assert.Equal(before, Boundary(pool));
        account.Sandbox.ClearCalls();

        await account.PublishAsync(Define(after));

        Assert.Equal(["PutRolePermissionsBoundary"], account.Mutations.Select(call => call.Operation));
        Assert.Equal(after, Boundary(pool));
        Assert.Equal(after, (await account.ReadAsync(pool.Id!)).AuthenticatedRole!.TypedPermissionsBoundary?.Literal);
        Assert.Empty((await account.PlanAsync(Define(after))).Steps);
    }

    private string? Boundary(IdentityPool pool)
    {
        var name = pool.AuthenticatedRole!.TypedArn!.Literal!.Split('/')[^1];
        var role = JsonNode.Parse(account.Sandbox.Invoke("GetRole", $$"""{"RoleName":"{{name}}"}"""))!["Role"]!;
        return (string?)role["PermissionsBoundary"]?["PermissionsBoundaryArn"];
    }

    private static IdentityPool Define(string? boundary) =>
        IdentityPool.Create(
            new() { Name = "shop", AuthenticatedRole = IdentityPoolRole.Managed(null, RoleAudience.Authenticated, new() { PermissionsBoundary = boundary }) }
        );
}
