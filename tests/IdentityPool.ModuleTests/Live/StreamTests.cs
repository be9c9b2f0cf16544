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
    public void The_bar_never_goes_back_and_says_how_long_the_rest_takes()
    {
        service.When("Publish b", cancellation => Task.Delay(TimeSpan.FromSeconds(1.1), cancellation));

        using var run = LiveRun.Of(service, PublishThree.Replace("-PassThru", "-ThrottleLimit 1", StringComparison.Ordinal));

        var shares = run.Progress.SkipLast(1).Select(record => record.PercentComplete).ToList();
        Assert.Equal(shares.Order(), shares);
        Assert.True(shares[0] < 50);
        var left = run.Progress.SkipLast(1).Where(record => record.SecondsRemaining >= 0).ToList();
        Assert.NotEmpty(left);
        Assert.All(left, record => Assert.InRange(record.SecondsRemaining, 1, 30));
    }

    [Theory]
    [InlineData("Get-IdentityPool", "List 2", new[] { "0 of 3 pools read", "1 of 3 pools read", "2 of 3 pools read" })]
    [InlineData("Get-IdentityPool -First 2", "List 1", new[] { "Pools read: 1" })]
    [InlineData("Get-IdentityPool -Id (0..1 | ForEach-Object { $id -f $_ })", "", new[] { "0 of 2 pools read", "1 of 2 pools read" })]
    [InlineData("Get-IdentityPool -Id ($id -f 0)", "", new string[0])]
    public void Reading_of_many_has_a_bar(string command, string waitsFor, string[] states)
    {
        service.Names.AddRange(["a", "b", "c"]);
        // The first is read only once the list has come so far.
        var listed = new TaskCompletionSource();
        service.When(
            waitsFor,
            _ =>
            {
                listed.TrySetResult();
                return Task.CompletedTask;
            }
        );
        service.When("Read 0", _ => waitsFor == "" ? Task.CompletedTask : listed.Task);

        using var run = LiveRun.Of(service, $"$id = '{FakeService.IdOf(0)[..^1]}{{0}}'; {command} -Session $session");

        Assert.Equal(states, run.Progress.Where(record => record.RecordType == ProgressRecordType.Processing).Select(record => record.StatusDescription));
        Assert.Equal(states.Length == 0 ? 0 : 1, run.Progress.Count(record => record.RecordType == ProgressRecordType.Completed));
    }

    [Fact]
    public void Who_ignores_progress_gets_none()
    {
        using var run = LiveRun.Of(service, $"{PublishThree} -ProgressAction Ignore");

        Assert.Equal(3, run.Output.Count);
        Assert.Empty(run.Progress);
    }

    [Fact]
    public void Removal_of_many_has_one_bar()
    {
        using var run = LiveRun.Of(service, $"Remove-IdentityPool -Id {FakeService.IdOf(0)}, {FakeService.IdOf(1)} -Force -Session $session");

        Assert.Equal([16, 33, 66, 83], run.Progress.SkipLast(1).Select(record => record.PercentComplete));
        Assert.Equal("Remove-IdentityPool", run.Progress[0].Activity);
        Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
        Assert.Single(run.Progress, record => record.RecordType == ProgressRecordType.Completed);
    }

    [Fact]
    public void Export_of_many_has_a_bar()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            using var run = LiveRun.Of(service, $"1..300 | ForEach-Object {{ New-IdentityPool \"p$_\" }} | Export-IdentityPool '{folder.FullName}/all.json'");

            Assert.Equal("Export-IdentityPool", run.Progress[0].Activity);
            Assert.Matches("^[0-9]+ of 300 pools written$", run.Progress[0].StatusDescription);
            Assert.Equal("300 of 300 pools written", run.Progress[^2].StatusDescription);
            Assert.Equal(ProgressRecordType.Completed, run.Progress[^1].RecordType);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void Nothing_is_removed_when_the_pipeline_before_it_fails()
    {
        using var run = LiveRun.Of(
            service,
            $"& {{ '{FakeService.IdOf(0)}'; throw 'the list broke' }} | ForEach-Object {{ [pscustomobject]@{{ Id = $_ }} }} | Remove-IdentityPool -Force -Session $session"
        );

        Assert.Contains("the list broke", run.Terminating!.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Remove", service.Calls);
    }

    [Fact]
    public void A_bar_is_taken_away_when_the_command_fails()
    {
        service.Fail("Publish b", ServiceErrorKind.Authentication);

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
        service.Fail(call, ServiceErrorKind.Denied);

        using var run = LiveRun.Of(service, PublishThree);

        Assert.Equal(["a", "c"], run.Output.Select(pool => pool.ToString()));
        Assert.Equal("b", Assert.Single(run.Errors).TargetObject.ToString());
    }

    [Theory]
    [InlineData(nameof(ServiceErrorKind.Invalid), nameof(Messages.RequestRefused), ErrorCategory.InvalidArgument)]
    [InlineData(nameof(ServiceErrorKind.NotFound), nameof(Messages.ResourceNotFound), ErrorCategory.ObjectNotFound)]
    [InlineData(nameof(ServiceErrorKind.Conflict), nameof(Messages.ResourceConflict), ErrorCategory.ResourceExists)]
    [InlineData(nameof(ServiceErrorKind.Denied), nameof(Messages.AccessDenied), ErrorCategory.PermissionDenied)]
    [InlineData(nameof(ServiceErrorKind.Quota), nameof(Messages.QuotaExceeded), ErrorCategory.QuotaExceeded)]
    [InlineData(nameof(ServiceErrorKind.Throttled), nameof(Messages.Throttled), ErrorCategory.ResourceBusy)]
    [InlineData(nameof(ServiceErrorKind.Connection), nameof(Messages.NoAnswer), ErrorCategory.ConnectionError)]
    [InlineData(nameof(ServiceErrorKind.Service), nameof(Messages.ServiceFailed), ErrorCategory.ResourceUnavailable)]
    public void A_fault_of_an_item_is_an_error_with_its_id_and_category(string kind, string errorId, ErrorCategory category)
    {
        service.Fail("Read 0", Enum.Parse<ServiceErrorKind>(kind));

        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)}, {FakeService.IdOf(1)} -Session $session");

        var error = Assert.Single(run.Errors);
        Assert.Equal(($"{errorId},IdentityPools.Commands.GetIdentityPoolCommand", category), (error.FullyQualifiedErrorId, error.CategoryInfo.Category));
        Assert.Equal(FakeService.IdOf(0), error.TargetObject);
        Assert.Equal(FakeService.IdOf(1), Assert.IsType<IdentityPool>(Assert.Single(run.Output)).Id);
    }

    [Theory]
    [InlineData(nameof(ServiceErrorKind.Authentication), nameof(Messages.CredentialsMissing), ErrorCategory.AuthenticationError)]
    [InlineData(nameof(ServiceErrorKind.Settings), nameof(Messages.RegionRequired), ErrorCategory.InvalidArgument)]
    public void A_fault_of_the_connection_ends_the_command(string kind, string errorId, ErrorCategory category)
    {
        service.Fail("Read 0", Enum.Parse<ServiceErrorKind>(kind));

        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id {FakeService.IdOf(0)}, {FakeService.IdOf(1)} -Session $session");

        Assert.Equal(
            ($"{errorId},IdentityPools.Commands.GetIdentityPoolCommand", category),
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
            ("CallTimedOut,IdentityPools.Commands.GetIdentityPoolCommand", ErrorCategory.OperationTimeout),
            (error.FullyQualifiedErrorId, error.CategoryInfo.Category)
        );
    }

    [Fact]
    public void An_error_can_be_caught_with_the_same_id()
    {
        service.Fail("Publish shop", ServiceErrorKind.Denied);

        using var run = LiveRun.Of(service, "New-IdentityPool shop | Publish-IdentityPool -Session $session -ErrorAction Stop");

        Assert.Equal("AccessDenied,IdentityPools.Commands.PublishIdentityPoolCommand", run.Terminating!.FullyQualifiedErrorId);
    }
}
