using IdentityPools.Model;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Get-IdentityPool as a list, and by id and ARN.</summary>
public sealed class ListTests
{
    private readonly FakeService service = new() { Names = { "shop", "Blog", "shop-test", "wiki", "forum", "mail", "chat", "maps" } };

    [Theory]
    [InlineData("", "0 1 2 3 4 5 6 7")]
    [InlineData("shop*", "0 2")]
    [InlineData("blog", "1")]
    [InlineData("none*", "")]
    [InlineData("-First 2", "0 1")]
    [InlineData("-Skip 6", "6 7")]
    [InlineData("-Name *m* -Skip 1 -First 1", "5")]
    [InlineData("-First 0", "")]
    [InlineData("maps, shop*, s*, SHOP", "0 2 7")]
    [InlineData("*m*, shop -Skip 1 -First 2", "4 5")]
    public void Lists_what_is_asked_for_in_order(string arguments, string places)
    {
        using var run = LiveRun.Of(service, $"Get-IdentityPool {arguments} -Session $session");

        Assert.Equal(places, Places(run.Output));
        Assert.Empty(run.Errors);
    }

    [Fact]
    public void Counts_what_the_filter_leaves()
    {
        using var run = LiveRun.Of(service, "Get-IdentityPool shop* -IncludeTotalCount -First 1 -Session $session");

        Assert.Equal(2ul, run.Output[0]);
        Assert.Equal("0", Places(run.Output.Skip(1)));
    }

    [Fact]
    public void A_name_that_nothing_has_is_an_error()
    {
        using var run = LiveRun.Of(service, "Get-IdentityPool missing -Session $session");

        var error = Assert.Single(run.Errors);
        Assert.Equal("IdentityPoolNotFound,IdentityPools.Commands.GetIdentityPoolCommand", error.FullyQualifiedErrorId);
        Assert.Equal("missing", error.TargetObject);
        Assert.Contains("'missing' in eu-west-1", error.Exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_name_that_nothing_has_is_an_error_and_the_others_are_read()
    {
        using var run = LiveRun.Of(service, "Get-IdentityPool missing, blog, none*, gone -Session $session");

        Assert.Equal("1", Places(run.Output));
        Assert.Equal(["missing", "gone"], run.Errors.Select(error => error.TargetObject));
    }

    [Fact]
    public void An_id_or_an_arn_does_in_the_place_of_a_name()
    {
        var arn = $"arn:aws:cognito-identity:eu-west-1:{FakeService.AccountId}:identitypool/{FakeService.IdOf(3)}";

        using var run = LiveRun.Of(service, $"Get-IdentityPool {FakeService.IdOf(2)}, shop*, {arn}, {FakeService.IdOf(3)} -Session $session");

        Assert.Equal("2 3 0", Places(run.Output));
        Assert.Empty(run.Errors);
        Assert.Equal(3, service.Calls.Count(call => call.StartsWith("Read", StringComparison.Ordinal)));
    }

    [Fact]
    public void Ids_in_the_place_of_names_need_no_list()
    {
        using var run = LiveRun.Of(service, $"Get-IdentityPool {FakeService.IdOf(2)} -Session $session");

        Assert.Equal("2", Places(run.Output));
        Assert.DoesNotContain(service.Calls, call => call.StartsWith("List", StringComparison.Ordinal));
    }

    [Fact]
    public void Only_what_a_name_matches_is_read()
    {
        using var run = LiveRun.Of(service, "'blog', 'w*' | Get-IdentityPool -Session $session");

        Assert.Equal("1 3", Places(run.Output));
        Assert.Equal(["Read 1", "Read 3"], service.Calls.Where(call => call.StartsWith("Read", StringComparison.Ordinal)));
    }

    [Fact]
    public void Who_wants_one_has_few_read()
    {
        using var run = LiveRun.Of(service, "Get-IdentityPool -Session $session | Select-Object -First 1");

        Assert.Equal("0", Places(run.Output));
        Assert.True(service.Calls.Count(call => call.StartsWith("Read", StringComparison.Ordinal)) <= 4);
        Assert.DoesNotContain("List 5", service.Calls);
    }

    [Fact]
    public void Output_is_in_order_whichever_is_read_first()
    {
        var later = new TaskCompletionSource();
        service.When("Read 0", _ => later.Task);
        service.When(
            "Read 3",
            _ =>
            {
                later.SetResult();
                return Task.CompletedTask;
            }
        );

        using var run = LiveRun.Of(service, "Get-IdentityPool -Session $session");

        Assert.Equal("0 1 2 3 4 5 6 7", Places(run.Output));
    }

    [Fact]
    public void An_id_of_another_region_is_an_error_and_the_next_follows()
    {
        using var run = LiveRun.Of(service, $"Get-IdentityPool -Id us-east-1:1234, {FakeService.IdOf(1)} -Session $session");

        Assert.Equal("IdentityPoolRegionMismatch,IdentityPools.Commands.GetIdentityPoolCommand", Assert.Single(run.Errors).FullyQualifiedErrorId);
        Assert.Equal("1", Places(run.Output));
    }

    [Theory]
    [InlineData(FakeService.AccountId, null)]
    [InlineData("999999999999", "IdentityPoolOfAnotherAccount,IdentityPools.Commands.GetIdentityPoolCommand")]
    public void An_arn_has_to_be_of_the_account(string account, string? errorId)
    {
        using var run = LiveRun.Of(
            service,
            $"Get-IdentityPool -Arn arn:aws:cognito-identity:eu-west-1:{account}:identitypool/{FakeService.IdOf(2)} -Session $session"
        );

        Assert.Equal(errorId, run.Errors.SingleOrDefault()?.FullyQualifiedErrorId);
        Assert.Equal(errorId is null ? "2" : "", Places(run.Output));
    }

    [Fact]
    public void A_session_stands_alone()
    {
        using var run = LiveRun.Of(service, "Get-IdentityPool -Session $session -Region eu-west-1");

        Assert.Equal("SessionAndSettings,IdentityPools.Commands.GetIdentityPoolCommand", run.Terminating!.FullyQualifiedErrorId);
        Assert.Empty(service.Calls);
    }

    private static string Places(IEnumerable<object> pools) =>
        string.Join(' ', pools.Cast<IdentityPool>().Select(pool => pool.Id![^12..].TrimStart('0')).Select(place => place.Length == 0 ? "0" : place));
}
