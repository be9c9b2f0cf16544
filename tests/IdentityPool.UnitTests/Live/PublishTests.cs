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

    [Fact]
    public async Task A_tag_that_is_not_mentioned_goes_with_pruning()
    {
        await account.PublishAsync(IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "web")) }));

        var published = await account.PublishAsync(Pools.Empty, new() { Prune = true });

        Assert.Empty(published.Tags);
        Assert.Empty((await account.ReadAsync(published.Id!)).Tags);
        Assert.Empty((await account.ReadAsync(published.Id!)).AuthenticatedRole!.Tags);
    }
}
