using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Ctrl+C.</summary>
public sealed class StopTests
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    [Theory]
    [InlineData("Get-IdentityPool -Session $session", "List 0")]
    [InlineData("Get-IdentityPool -Session $session", "Read 0")]
    [InlineData("New-IdentityPool shop | Compare-IdentityPool -Session $session", "Plan shop")]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session", "Plan shop")]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session", "Publish shop")]
    [InlineData("Remove-IdentityPool -Id eu-west-1:0 -Force -Session $session", "Remove")]
    public async Task A_call_that_hangs_ends_within_a_second(string script, string call)
    {
        var (run, took) = await Stopped(script, call, cancellation => Task.Delay(Timeout.Infinite, cancellation));

        Assert.True(took < Second, $"{took}");
        Assert.Empty(run.Errors);
    }

    [Theory]
    [InlineData("Get-IdentityPool -Session $session", "List 0")]
    [InlineData("Get-IdentityPool -Session $session", "Read 0")]
    [InlineData("New-IdentityPool shop | Publish-IdentityPool -Session $session", "Publish shop")]
    public async Task A_call_that_hears_nothing_is_left_behind_within_a_second(string script, string call)
    {
        var (_, took) = await Stopped(script, call, _ => Task.Delay(TimeSpan.FromSeconds(20), CancellationToken.None));

        Assert.True(took < Second, $"{took}");
    }

    [Fact]
    public async Task Publishing_says_what_is_done_and_what_is_not()
    {
        var service = new FakeService();
        var (run, _) = await Stopped(
            "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session -ThrottleLimit 1",
            "Publish b",
            cancellation => Task.Delay(Timeout.Infinite, cancellation),
            service
        );

        Assert.Contains("Done: a. Partly done: b (1/2). Not started: c.", run.Shown, StringComparison.Ordinal);
        Assert.DoesNotContain("Publish c", service.Calls);
    }

    [Fact]
    public async Task Publishing_waits_for_the_call_in_flight()
    {
        var (run, _) = await Stopped(
            "New-IdentityPool shop | Publish-IdentityPool -Session $session",
            "Publish shop",
            _ => Task.Delay(TimeSpan.FromMilliseconds(200), CancellationToken.None)
        );

        Assert.Contains("all pools were published: shop.", run.Shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Removing_says_how_far_it_came()
    {
        var (run, _) = await Stopped(
            "Remove-IdentityPool -Id eu-west-1:0 -Force -Session $session",
            "Remove",
            cancellation => Task.Delay(Timeout.Infinite, cancellation)
        );

        Assert.Contains("'shop' was stopped after 0 of 2 steps", run.Shown, StringComparison.Ordinal);
    }

    private static async Task<(LiveRun Run, TimeSpan Took)> Stopped(string script, string call, Func<CancellationToken, Task> wait, FakeService? service = null)
    {
        service ??= new();
        service.Names.Add("shop");
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        service.When(
            call,
            cancellation =>
            {
                reached.SetResult();
                return wait(cancellation);
            }
        );
        return await LiveRun.StoppedAsync(service, script, reached.Task);
    }
}
