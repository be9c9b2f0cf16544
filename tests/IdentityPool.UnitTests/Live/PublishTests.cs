using System.Text.Json.Nodes;
using IdentityPools.Model;
using IdentityPools.Planning;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Publishing, reading back, changing and removing.</summary>
public sealed class PublishTests
{
    private readonly Account account = new();

    [Fact]
    public async Task What_is_published_is_read_back_and_needs_no_change()
    {
        var published = await account.PublishAsync(Rich.Definition);
        var read = await account.ReadAsync(published.Id!);

        Assert.Equal(published.Arn, read.Arn);
        Assert.Empty((await account.PlanAsync(Rich.Definition)).Changes);
        Assert.Empty((await account.PlanAsync(read)).Changes);
    }

    [Theory]
    [InlineData("Authenticated")]
    [InlineData("Elsewhere")]
    public async Task A_policy_of_another_version_is_a_change_that_can_be_seen(string role)
    {
        account.Sandbox.AddRole("arn:aws:iam::123456789012:role/Elsewhere");
        var pool = IdentityPool
            .Create(
                new()
                {
                    Name = "shop",
                    UnauthenticatedRole = IdentityPoolRole.Existing("arn:aws:iam::123456789012:role/Elsewhere", RoleAudience.Unauthenticated),
                }
            )
            .WithRole(IdentityPoolRole.AuthenticatedName, known => known.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::shop/*")]));
        pool = pool.WithRole(pool.UnauthenticatedRole!, known => known.WithStatements([Pools.Allow("s3:GetObject", "arn:aws:s3:::shop/*")]));
        var published = await account.PublishAsync(pool);
        var guid = published.Id!.Split(':')[1];
        var (name, policy) = role == "Elsewhere" ? (role, $"IdentityPoolPermissions-{guid}") : ($"{role}-{guid}", "IdentityPoolPermissions");
        var old = PolicyDocument
            .Create(pool.AuthenticatedRole!.Statements, AwsPartition.Commercial)
            .ToString()
            .Replace("2012-10-17", "2008-10-17", StringComparison.Ordinal);
        account.Sandbox.Invoke(
            "PutRolePolicy",
            new JsonObject
            {
                ["RoleName"] = name,
                ["PolicyName"] = policy,
                ["PolicyDocument"] = old,
            }.ToJsonString()
        );

        var step = Assert.Single((await account.PlanAsync(pool)).Steps);

        Assert.IsType<PlanStep.PutRolePolicy>(step);
        var change = Assert.Single(step.Changes);
        Assert.Contains("2008-10-17", change.Before, StringComparison.Ordinal);
        Assert.Contains("2012-10-17", change.After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_tag_that_is_not_mentioned_goes_with_pruning()
    {
        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) }));

        var published = await account.PublishAsync(Pools.Empty, new() { Prune = true });

        Assert.Empty(published.TypedTags);
        Assert.Empty((await account.ReadAsync(published.Id!)).TypedTags);
        Assert.Empty((await account.ReadAsync(published.Id!)).AuthenticatedRole!.TypedTags);
    }
}
