using IdentityPools.Aws;
using IdentityPools.Planning;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Taking parts away, with calls that fail.</summary>
public sealed class DismantlerTests
{
    [Fact]
    public async Task Who_cancels_does_not_wait_for_the_next_try()
    {
        using var source = new CancellationTokenSource();
        var tries = 0;
        var dismantler = new Dismantler(
            _ =>
            {
                source.Token.ThrowIfCancellationRequested();
                tries++;
                source.Cancel();
                throw new ServiceException("Throttled", ServiceErrorKind.Throttled, "Too many requests.", null);
            },
            TimeProvider.System,
            source.Token
        );

        var running = dismantler.RunAsync([new PlanStep.DeleteRole("shop")]);

        // What waits for nothing has ended when it is handed back.
        Assert.True(running.IsCompleted);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running);
        Assert.Equal(1, tries);
    }
}
