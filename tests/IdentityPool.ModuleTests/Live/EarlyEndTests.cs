using System.Diagnostics;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Whatever ends a command before its time: what it began is done when the script goes on, and it is said what is not.</summary>
public sealed class EarlyEndTests
{
    private const string Three = "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session";

    private readonly FakeService service = new();
    private readonly TaskCompletionSource begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool isFinished;

    public EarlyEndTests()
    {
        service.Names.Add("shop");
        service.When("Publish b", WorkAsync);
        service.When("Remove", WorkAsync);
    }

    /// <summary>What ends the command while b is being published: once results are written all three are, before that c is still being read.</summary>
    public static TheoryData<string> Ends =>
        [
            Three + " -PassThru | Select-Object -First 1",
            Three + " -PassThru | ForEach-Object { throw 'down' }",
            Three + " -PassThru -OutVariable all | ForEach-Object { exit }",
            Three + " -PassThru | ForEach-Object { break }",
            Three + " -WarningAction Stop",
            Three + " 3>&1 | ForEach-Object { throw 'down' }",
            Three + " 3>&1 | Select-Object -First 1",
            "$WarningPreference = 'Stop'; " + Three,
            "$ErrorActionPreference = 'Stop'; 'a', 'b', 'refused', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session",
            "'a', 'b', 'revoked', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session",
        ];

    [Theory]
    [MemberData(nameof(Ends))]
    public void Work_is_done_when_publishing_ends(string script)
    {
        var isOfResults = script.Contains("-PassThru", StringComparison.Ordinal);
        service.When("Publish a", _ => isOfResults ? AllBegun() : begun.Task);
        service.When("Plan c", cancellation => isOfResults ? Task.CompletedTask : Task.Delay(Timeout.Infinite, cancellation));
        service.When("Plan refused", _ => Failing(ServiceErrorKind.Denied));
        service.When("Plan revoked", _ => Failing(ServiceErrorKind.Authentication));

        using var run = LiveRun.Of(service, $"try {{ do {{ {script} }} while ($false) }} catch {{ 'caught' }}");

        Assert.True(isFinished);
        Assert.Contains("Publish b", service.Calls);
        Assert.Equal(isOfResults, service.Calls.Contains("Publish c"));
        Assert.Contains(
            isOfResults ? "The command ended early, but all pools were published: a, b, c." : "Publishing was stopped. Done: a, b. Not started: ",
            run.Shown + string.Concat(run.Warnings),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Work_that_fails_then_is_said_to_have_failed()
    {
        service.When(
            "Publish b",
            async cancellation =>
            {
                await WorkAsync(cancellation);
                throw new ServiceException(nameof(Messages.ResourceConflict), ServiceErrorKind.Conflict, "b was rolled back.", target: null);
            }
        );
        service.When("Publish a", _ => AllBegun());

        using var run = LiveRun.Of(service, Three + " -PassThru | Select-Object -First 1");

        Assert.Contains("b was rolled back.", run.Warnings);
        Assert.Contains(run.Warnings, text => text.Contains("Publishing was stopped. Done: a, c. Publish again", StringComparison.Ordinal));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void The_error_of_the_only_pool_says_all()
    {
        service.Fail("Publish a", ServiceErrorKind.Denied);

        using var run = LiveRun.Of(service, "$ErrorActionPreference = 'Stop'; New-IdentityPool a | Publish-IdentityPool -Session $session");

        Assert.NotNull(run.Terminating);
        Assert.Equal("", run.Shown);
        Assert.Empty(run.Warnings);
    }

    [Fact]
    public void Who_wants_no_more_gets_what_was_agreed_to_and_is_told()
    {
        service.When("Publish a", _ => AllBegun());

        using var run = LiveRun.Of(service, Three + " -PassThru | Select-Object -First 1");

        Assert.Single(run.Output);
        Assert.True(isFinished);
        Assert.Contains(run.Warnings, text => text == "The command ended early, but all pools were published: a, b, c.");
    }

    [Fact]
    public void Who_wants_no_more_gets_no_pool_that_still_waits_for_a_place()
    {
        using var run = LiveRun.Of(service, Three + " -PassThru -ThrottleLimit 1 | Select-Object -First 1");

        Assert.Equal("a", Assert.Single(run.Output)?.ToString());
        Assert.DoesNotContain("Publish b", service.Calls);
        Assert.DoesNotContain("Publish c", service.Calls);
    }

    [Fact]
    public void A_result_is_written_while_the_next_plan_is_made()
    {
        service.When("Plan c", cancellation => Task.Delay(Timeout.Infinite, cancellation));

        using var run = LiveRun.Of(service, Three + " -PassThru | Select-Object -First 1");

        Assert.Equal("a", Assert.Single(run.Output)?.ToString());
        Assert.DoesNotContain("Publish c", service.Calls);
    }

    [Theory]
    [InlineData("$ProgressPreference = 'Stop'; Remove-IdentityPool -Id eu-west-1:0 -Force -Session $session -WarningAction Ignore")]
    [InlineData("$ProgressPreference = 'Stop'; 'a', 'b' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session")]
    public void A_bar_that_cannot_be_shown_leaves_no_work_behind(string script)
    {
        using var run = LiveRun.Of(service, $"try {{ {script} }} catch {{ 'caught' }}");

        Assert.Equal(["caught"], run.Output);
        Assert.True(isFinished || !service.Calls.Any(call => call is "Remove" or "Publish b"));
    }

    [Fact]
    public async Task A_user_who_stops_meanwhile_waits_no_longer_than_ever()
    {
        service.When(
            "Publish b",
            cancellation =>
            {
                begun.SetResult();
                return Task.Delay(Timeout.Infinite, cancellation);
            }
        );
        service.When(
            "Plan c",
            async _ =>
            {
                await begun.Task;
                await Failing(ServiceErrorKind.Denied);
            }
        );

        var (run, took) = await LiveRun.StoppedAsync(service, "$ErrorActionPreference = 'Stop'; " + Three, LaterAsync());

        Assert.True(took < TimeSpan.FromSeconds(2), $"{took}");
        Assert.Contains("Partly done: b (1/2)", run.Shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-IdentityPool -Session $session | Select-Object -First 1")]
    [InlineData("Get-IdentityPool -Session $session | ForEach-Object { throw 'down' }")]
    public void Reading_is_given_up(string script)
    {
        service.Names.Add("blog");
        service.When("Read 1", cancellation => Task.Delay(Timeout.Infinite, cancellation));
        var start = Stopwatch.GetTimestamp();

        using var run = LiveRun.Of(service, $"try {{ {script} }} catch {{ 'caught' }}");

        Assert.Single(run.Output);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(30));
    }

    /// <summary>Until the last of the three is being published.</summary>
    private async Task AllBegun()
    {
        while (!service.Calls.Contains("Publish c"))
        {
            await Task.Delay(10);
        }
    }

    private async Task LaterAsync()
    {
        await begun.Task;
        await Task.Delay(500);
    }

    private async Task WorkAsync(CancellationToken cancellation)
    {
        begun.TrySetResult();
        // Longer than the moment that cancelled calls are given, and cut off by a cancellation.
        await Task.Delay(TimeSpan.FromMilliseconds(1500), cancellation);
        isFinished = true;
    }

    private async Task Failing(ServiceErrorKind kind)
    {
        await begun.Task;
        throw new ServiceException(FakeService.ErrorIdOf(kind), kind, "refused", target: null);
    }
}
