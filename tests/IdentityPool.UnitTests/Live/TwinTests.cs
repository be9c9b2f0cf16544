using IdentityPools.Planning;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Of two who publish a new pool at once one gives way, and takes nothing with it that the other one uses.</summary>
public sealed class TwinTests
{
    private readonly Account account = new();

    [Theory]
    [InlineData("CreateUserPool")]
    [InlineData("CreateUserPoolClient")]
    [InlineData("CreateOpenIDConnectProvider")]
    [InlineData("CreateSAMLProvider")]
    public async Task Who_gives_way_leaves_what_the_other_one_found_and_uses(string made)
    {
        // The other one comes when this one has made the part and not yet the pool, finds the part and is done first.
        var other = new Interloper(account, made);
        var plan = await account.Service.PlanAsync(Rich.Definition, new(), other, TestContext.Current.CancellationToken);

        var published = await account.Service.PublishAsync(plan, other, TestContext.Current.CancellationToken);

        var undisturbed = new Account();
        await undisturbed.PublishAsync(Rich.Definition);
        Assert.Equal(other.Published!.Id, published.Id);
        Assert.Equal(await Inventory.OfAsync(undisturbed.Sandbox), await Inventory.OfAsync(account.Sandbox));
        Assert.Contains(account.Mutations, call => call.Operation == "DeleteIdentityPool");
        // Not for a moment: what is made again would be another one, and its users would be gone.
        Assert.DoesNotContain(account.Mutations, call => call.Operation == made.Replace("Create", "Delete", StringComparison.Ordinal));
        Assert.Empty((await account.PlanAsync(Rich.Definition)).Steps);
    }

    /// <summary>Somebody who publishes the same as soon as a call was made.</summary>
    private sealed class Interloper(Account account, string operation) : ICallObserver
    {
        public IdentityPool? Published { get; private set; }

        public void Changed(string description)
        {
            if (Published is null && account.Mutations.Last().Operation == operation)
            {
                Published = Task.Run(() => account.PublishAsync(Rich.Definition, service: account.Connect())).GetAwaiter().GetResult();
            }
        }

        public void Entered(AwsAccount account) { }

        public void Called(ApiCall call) { }

        public void Progressed(int done, int total, string description) { }

        public void Repeats(ServiceException reason) { }

        public void Warned(string message) { }
    }
}
