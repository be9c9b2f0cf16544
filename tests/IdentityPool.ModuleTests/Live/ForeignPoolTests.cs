using System.Management.Automation;
using IdentityPools.ModuleTests.Linting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Pools that were not published from here.</summary>
[Collection(nameof(AfterAllTests))]
public sealed class ForeignPoolTests : IDisposable
{
    private const int Many = 10_000;

    private readonly SandboxShell shell = new();
    private readonly ForeignHand hand;

    public ForeignPoolTests() => hand = new(shell.Sandbox);

    public void Dispose()
    {
        hand.Dispose();
        shell.Dispose();
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("Compare")]
    public async Task A_pool_of_that_name_is_not_taken_over_unasked(string verb)
    {
        await CreateAsync(["shop"]);

        var error = Assert
            .ThrowsAny<RuntimeException>(() => shell.Run($"New-IdentityPool shop -AllowUnauthenticatedIdentities | {verb}-IdentityPool"))
            .ErrorRecord;

        Assert.Equal($"PoolNotManaged,IdentityPools.Commands.{verb}IdentityPoolCommand", error.FullyQualifiedErrorId);
        Assert.Equal(ErrorCategory.ResourceExists, error.CategoryInfo.Category);
        Assert.Contains("Publish-IdentityPool -Adopt", error.Exception.Message, StringComparison.Ordinal);
        Assert.Contains("-Id", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(shell.Mutations);
    }

    [Theory]
    [InlineData("Publish")]
    [InlineData("Publish", "-Adopt")]
    [InlineData("Compare")]
    public async Task Of_several_pools_of_that_name_the_id_is_asked_for_at_once(string verb, string arguments = "")
    {
        await CreateAsync(["shop", "shop"]);

        var error = Assert.ThrowsAny<RuntimeException>(() => shell.Run($"New-IdentityPool shop | {verb}-IdentityPool {arguments}")).ErrorRecord;

        Assert.Equal($"PoolNameAmbiguous,IdentityPools.Commands.{verb}IdentityPoolCommand", error.FullyQualifiedErrorId);
        Assert.Contains("-Id", error.Exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("-Adopt", error.Exception.Message, StringComparison.Ordinal);
        Assert.Empty(shell.Mutations);
    }

    [Fact]
    public async Task A_pool_is_taken_over_when_asked_for_and_is_known_from_then_on()
    {
        await CreateAsync(["shop"]);

        shell.Run("New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -Adopt");
        shell.Run("New-IdentityPool shop -AllowUnauthenticatedIdentities -AllowClassicFlow | Publish-IdentityPool");

        Assert.Equal(true, Assert.Single(shell.Run("(Get-IdentityPool).AllowUnauthenticatedIdentities")));
        Assert.DoesNotContain("CreateIdentityPool", shell.Mutations);
    }

    [Fact]
    public async Task Who_says_the_id_need_not_ask()
    {
        await CreateAsync(["shop"]);

        shell.Run("New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -Id (Get-IdentityPool).Id");

        Assert.Equal(true, Assert.Single(shell.Run("(Get-IdentityPool).AllowUnauthenticatedIdentities")));
        Assert.Single(shell.Run("Get-IdentityPool"));
    }

    [Fact]
    public async Task Of_many_pools_no_more_are_listed_than_are_asked_for()
    {
        await CreateAsync(Enumerable.Range(0, Many).Select(number => $"pool-{number:0000}"));

        Assert.Single(shell.Run("Get-IdentityPool | Select-Object -First 1"));
        Assert.Equal(1, Pages());
        Assert.Single(shell.Run("Get-IdentityPool -Name 'pool-*' -First 1"));
        Assert.Equal(1, Pages());
        Assert.Empty(shell.Run("Get-IdentityPool -First 0"));
        Assert.InRange(Pages(), 0, 1);
    }

    [Fact]
    public async Task Looking_through_many_pools_keeps_none_of_them()
    {
        const long Bound = 16 * 1024 * 1024;
        await CreateAsync(Enumerable.Range(0, Many).Select(number => $"pool-{number:0000}"));
        shell.Run("Get-IdentityPool -First 1 | Out-Null");

        var before = GC.GetTotalMemory(forceFullCollection: true);
        var most = shell.Run("Get-IdentityPool -Name '*99' | ForEach-Object { [GC]::GetTotalMemory($true) }").Cast<long>().ToList();

        Assert.Equal(Many / 100, most.Count);
        Assert.InRange(most.Max() - before, long.MinValue, Bound);
        Assert.True(Pages() >= Many / 60, "The list was not read to its end.");
    }

    private async Task CreateAsync(IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            await hand.CreatePoolAsync(name, TestContext.Current.CancellationToken);
        }

        shell.Sandbox.ClearCalls();
    }

    private int Pages()
    {
        var pages = shell.Sandbox.Calls.Count(call => call.Operation == "ListIdentityPools");
        shell.Sandbox.ClearCalls();
        return pages;
    }
}
