using System.Management.Automation;
using IdentityPools.ModuleTests.Linting;
using Xunit;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Ctrl+C in each phase of the work, over the account in memory: fast, after the call in flight, and a second run carries on.</summary>
[Collection(nameof(AfterAllTests))]
public sealed class SandboxStopTests : IDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Latency = TimeSpan.FromMilliseconds(150);

    private readonly SandboxShell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("Get-IdentityPool", "", 0)]
    [InlineData("Get-IdentityPool", "ListIdentityPools", 1)]
    [InlineData("New-IdentityPool shop -AllowUnauthenticatedIdentities | Compare-IdentityPool", "", 0)]
    [InlineData("New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool", "ListIdentityPools", 1)]
    [InlineData("New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool", "DescribeIdentityPool", 1)]
    [InlineData("Remove-IdentityPool -Id $shop.Id -Force", "DescribeIdentityPool", 1)]
    public async Task Reading_and_planning_are_given_up(string script, string after, int count)
    {
        shell.Run("$shop = New-IdentityPool shop | Publish-IdentityPool -PassThru");

        var took = await StopAsync(script, after, count);

        Assert.True(took < Second, $"{took}");
        Assert.Empty(shell.Mutations);
        Assert.Equal(["shop"], shell.Run("Get-IdentityPool | ForEach-Object { \"$($_.Name)\" }"));
    }

    [Theory]
    [InlineData("New-IdentityPool shop -AuthenticatedRole arn:aws:iam::123456789012:role/Gone | Get-IdentityPoolFinding -Session $account")]
    [InlineData("New-IdentityPool shop -AuthenticatedRole arn:aws:iam::123456789012:role/Gone | Test-IdentityPool -Session $account")]
    [InlineData("$guests | Get-IdentityPoolCredential")]
    public async Task A_question_to_the_account_is_left_behind_within_a_second(string script)
    {
        shell.Run("$guests = New-IdentityPool guests -AllowUnauthenticatedIdentities | Publish-IdentityPool -PassThru; $finished = $false");
        shell.Sandbox.Latency = TimeSpan.FromSeconds(30);

        var took = await shell.StopAsync($"{script}; $finished = $true", Task.Delay(Latency, TestContext.Current.CancellationToken));

        Assert.True(took < Second, $"{took}");
        Assert.Equal([false], shell.Run("$finished"));
    }

    [Theory]
    [InlineData("ListUserPoolClients", 1, "CreateUserPoolClient")]
    [InlineData("CreateUserPoolClient", 1, "CreateIdentityPool")]
    [InlineData("ListIdentityPools", 2, "CreateRole")]
    [InlineData("CreateRole", 1, "PutRolePolicy")]
    [InlineData("CreateRole", 2, "SetIdentityPoolRoles")]
    public async Task Publishing_ends_after_the_call_in_flight_and_a_second_run_carries_on(string after, int count, string inFlight)
    {
        const string Definition =
            "New-IdentityPool shop | Add-UserPoolAuthentication -UserPool eu-west-1_Ab1Cd2Ef3 | Grant-IdentityPoolAccess -Role Authenticated -Action s3:GetObject -Resource '*'";
        shell.Sandbox.AddUserPool("eu-west-1_Ab1Cd2Ef3", "web");

        var took = await StopAsync($"{Definition} | Publish-IdentityPool", after, count);

        Assert.True(took < Second, $"{took}");
        Assert.Equal(inFlight, shell.Mutations[^1]);
        Assert.Contains(inFlight == "SetIdentityPoolRoles" ? "all pools were published: shop." : "Partly done: shop (", shell.Shown, StringComparison.Ordinal);

        shell.Run($"{Definition} | Publish-IdentityPool");
        Assert.Empty(shell.Run($"{Definition} | Compare-IdentityPool"));
        Assert.Single(shell.Run("Get-IdentityPool"));
        Assert.Single(shell.Mutations, "CreateIdentityPool");
        Assert.Single(shell.Mutations, "CreateUserPoolClient");
    }

    [Fact]
    public async Task Of_several_pools_it_says_which_are_done()
    {
        const string Definitions = "'a', 'b', 'c' | ForEach-Object { New-IdentityPool $_ }";

        var took = await StopAsync($"{Definitions} | Publish-IdentityPool -ThrottleLimit 1", "CreateIdentityPool", 2);

        Assert.True(took < Second, $"{took}");
        Assert.Contains("Done: a. Partly done: b (", shell.Shown, StringComparison.Ordinal);
        Assert.Contains("Not started: c.", shell.Shown, StringComparison.Ordinal);
        shell.Run($"{Definitions} | Publish-IdentityPool");
        Assert.Empty(shell.Run($"{Definitions} | Compare-IdentityPool"));
        Assert.Equal(["a", "b", "c"], shell.Run("Get-IdentityPool | ForEach-Object { \"$($_.Name)\" } | Sort-Object"));
    }

    [Theory]
    [InlineData("GetIdentityPoolRoles", 1, "DeleteIdentityPool")]
    [InlineData("DeleteIdentityPool", 1, "DeleteRole")]
    public async Task Removing_ends_after_the_call_in_flight_and_a_second_run_carries_on(string after, int count, string inFlight)
    {
        shell.Run("$shop = New-IdentityPool shop | Publish-IdentityPool -PassThru");

        var took = await StopAsync("Remove-IdentityPool -Id $shop.Id -Force", after, count);

        Assert.True(took < Second, $"{took}");
        Assert.Equal(inFlight, shell.Mutations[^1]);
        Assert.Contains("'shop' was stopped after", shell.Shown, StringComparison.Ordinal);

        shell.Run("Remove-IdentityPool -Id $shop.Id -Force");
        Assert.Empty(shell.Run("Get-IdentityPool"));
        Assert.Single(shell.Mutations, "DeleteIdentityPool");
        Assert.Equal(2, shell.Mutations.Count(mutation => mutation == "DeleteRole"));
    }

    [Theory]
    [InlineData("Remove-IdentityPool -Id $shop.Id")]
    [InlineData("New-IdentityPool shop -AllowUnauthenticatedIdentities | Publish-IdentityPool -Confirm")]
    public async Task A_question_ends_at_once_and_nothing_is_done(string script)
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var stopped = new ManualResetEventSlim();
        // As the console does it: the question ends when the pipeline is stopped.
        using var prompted = new SandboxShell(
            new AnsweringHost(() =>
            {
                asked.SetResult();
                stopped.Wait(TestContext.Current.CancellationToken);
                throw new PipelineStoppedException();
            })
        );
        prompted.Run("$shop = New-IdentityPool shop | Publish-IdentityPool -PassThru -Confirm:$false");
        prompted.Sandbox.ClearCalls();

        var took = await prompted.StopAsync(script, asked.Task, stopped.Set);

        Assert.True(took < Second, $"{took}");
        Assert.Empty(prompted.Mutations);
    }

    /// <summary>Stops a script while the call is on its way that follows so many answers of an operation.</summary>
    private async Task<TimeSpan> StopAsync(string script, string after, int count)
    {
        shell.Sandbox.ClearCalls();
        shell.Sandbox.Latency = Latency;
        var took = await shell.StopAsync(script, AnsweredAsync(after, count));
        shell.Sandbox.Latency = TimeSpan.Zero;
        return took;
    }

    private async Task AnsweredAsync(string operation, int count)
    {
        while (shell.Sandbox.Calls.Count(call => call.Operation == operation) < count)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        await Task.Delay(Latency / 3, TestContext.Current.CancellationToken);
    }
}
