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
}
