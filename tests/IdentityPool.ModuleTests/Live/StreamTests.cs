using System.Management.Automation;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>What comes on which stream.</summary>
public sealed class StreamTests
{
    private const string PublishThree = "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ } | Publish-IdentityPool -Session $session -PassThru";

    private readonly FakeService service = new();

    [Fact]
    public void Verbose_names_each_call()
    {
        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)} -Session $session -Verbose");

        Assert.Equal([$"cognito-identity:DescribeIdentityPool {FakeService.IdOf(0)} (12 ms)", "iam:GetRole User (3 ms): NoSuchEntity"], run.Verbose);
    }

    [Fact]
    public void Warnings_come_as_warnings()
    {
        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session");

        Assert.Equal(["shop is published."], run.Warnings);
        Assert.Empty(run.Output);
    }

    [Fact]
    public void One_bar_is_shown_over_all_pools_and_taken_away()
    {
        using var run = LiveRun.Of(service, PublishThree);

        Assert.Single(run.Progress.Select(record => record.ActivityId).Distinct());
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
        Assert.Single(run.Progress, record => record.RecordType == ProgressRecordType.Completed);
        Assert.Equal("6 of 6 steps done", run.Progress[^2].StatusDescription);
        Assert.Equal(100, run.Progress[^2].PercentComplete);
    }

    [Fact]
    public void A_bar_is_taken_away_when_the_command_fails()
    {
        service.Fail("Publish b", ServiceFaultKind.Authentication);

        using var run = LiveRun.Of(service, PublishThree);

        Assert.NotNull(run.Terminating);
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
    }

    [Fact]
    public void Results_come_in_the_order_of_the_input()
    {
        var others = new TaskCompletionSource();
        service.When("Publish a", _ => others.Task);
        service.When(
            "Publish c",
            _ =>
            {
                others.SetResult();
                return Task.CompletedTask;
            }
        );

        using var run = LiveRun.Of(service, PublishThree);

        Assert.Equal(["a", "b", "c"], run.Output.Select(pool => pool.ToString()));
    }

    [Theory]
    [InlineData("Plan b")]
    [InlineData("Publish b")]
    public void The_failure_of_one_does_not_stop_the_others(string call)
    {
        service.Fail(call, ServiceFaultKind.Denied);

        using var run = LiveRun.Of(service, PublishThree);

        Assert.Equal(["a", "c"], run.Output.Select(pool => pool.ToString()));
        Assert.Equal("b", Assert.Single(run.Errors).TargetObject.ToString());
    }

    [Theory]
    [InlineData(nameof(ServiceFaultKind.Invalid), ErrorCategory.InvalidArgument)]
    [InlineData(nameof(ServiceFaultKind.NotFound), ErrorCategory.ObjectNotFound)]
    [InlineData(nameof(ServiceFaultKind.Conflict), ErrorCategory.ResourceExists)]
    [InlineData(nameof(ServiceFaultKind.Denied), ErrorCategory.PermissionDenied)]
    [InlineData(nameof(ServiceFaultKind.Quota), ErrorCategory.QuotaExceeded)]
    [InlineData(nameof(ServiceFaultKind.Throttled), ErrorCategory.ResourceBusy)]
    [InlineData(nameof(ServiceFaultKind.Connection), ErrorCategory.ConnectionError)]
    [InlineData(nameof(ServiceFaultKind.Service), ErrorCategory.ResourceUnavailable)]
    public void A_fault_of_an_item_is_an_error_with_its_id_and_category(string kind, ErrorCategory category)
    {
        service.Fail("Read 0", Enum.Parse<ServiceFaultKind>(kind));

        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)}, {FakeService.IdOf(1)} -Session $session");

        var error = Assert.Single(run.Errors);
        Assert.Equal(("Refused,IdentityPools.Commands.GetIdentityPoolCommand", category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Equal(FakeService.IdOf(0), error.TargetObject);
        Assert.Equal(FakeService.IdOf(1), Assert.IsType<IdentityPool>(Assert.Single(run.Output)).Id);
    }

    [Theory]
    [InlineData(nameof(ServiceFaultKind.Authentication), ErrorCategory.AuthenticationError)]
    [InlineData(nameof(ServiceFaultKind.Settings), ErrorCategory.InvalidArgument)]
    public void A_fault_of_the_connection_ends_the_command(string kind, ErrorCategory category)
    {
        service.Fail("Read 0", Enum.Parse<ServiceFaultKind>(kind));

        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)}, {FakeService.IdOf(1)} -Session $session");

        Assert.Equal(
            ("Refused,IdentityPools.Commands.GetIdentityPoolCommand", category),
            (run.Terminating!.FullyQualifiedErrorId, run.Terminating.CategoryInfo.Category)
        );
        Assert.Empty(run.Output);
    }

    [Fact]
    public void A_call_that_gives_up_by_itself_is_an_error()
    {
        service.When("Read 0", _ => throw new TaskCanceledException());

        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)} -Session $session");

        var error = Assert.Single(run.Errors);
        Assert.Equal(
            ("CallTimedOut,IdentityPools.Commands.GetIdentityPoolCommand", ErrorCategory.ConnectionError),
            (error.FullyQualifiedErrorId, error.CategoryInfo.Category)
        );
    }

    [Fact]
    public void An_error_can_be_caught_with_the_same_id()
    {
        service.Fail("Publish shop", ServiceFaultKind.Denied);

        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -ErrorAction Stop");

        Assert.Equal("Refused,IdentityPools.Commands.PublishIdentityPoolCommand", run.Terminating!.FullyQualifiedErrorId);
    }
}
