using IdentityPools.Aws;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>Whoever cancels is free at once, whichever call is under way. Only a call that changes something is brought to its end.</summary>
public sealed class CancellationTests
{
    /// <summary>Long enough for a busy machine, and far less than what gives up by itself.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private static readonly IdentityPool Changed = IdentityPool.Create(new() { Name = "shop", Tags = Pools.Map(("team", "app")) });

    [Theory]
    [InlineData(nameof(ListAsync))]
    [InlineData(nameof(ReadAsync))]
    [InlineData(nameof(ExamineAsync))]
    [InlineData(nameof(PlanAsync))]
    [InlineData(nameof(PlanOfNewAsync))]
    [InlineData(nameof(PlanRemovalAsync))]
    [InlineData(nameof(GetCredentialAsync))]
    public async Task Reading_ends_in_the_middle_of_any_of_its_calls(string work)
    {
        var account = new Account();
        var pool = await account.PublishAsync(Rich.Definition);
        account.Sandbox.ClearCalls();
        await WorkAsync(work, account.Connect(), account, pool, TestContext.Current.CancellationToken);
        var operations = account.Sandbox.Calls.Select(call => call.Operation).Distinct(StringComparer.Ordinal).ToList();
        Assert.NotEmpty(operations);

        await Task.WhenAll(operations.Select(EndsAsync));

        async Task EndsAsync(string operation)
        {
            var wire = new HangingWire(account.Sandbox, operation);
            using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
            var working = WorkAsync(work, account.Connect(wire), account, pool, source.Token);
            await Task.WhenAny(wire.Reached, working).WaitAsync(Patience, TestContext.Current.CancellationToken);
            Assert.True(wire.Reached.IsCompleted, $"{work} does not call {operation}: {working.Exception}");

            await source.CancelAsync();

            var ended = await Task.WhenAny(working, Task.Delay(Patience, TestContext.Current.CancellationToken));
            Assert.True(ended == working, $"{work} goes on after it was cancelled in {operation}.");
            Assert.True(working.IsCanceled, $"{work}, cancelled in {operation}: {working.Exception}");
        }
    }

    [Fact]
    public async Task A_removal_ends_while_it_waits_to_try_again_and_says_what_is_left()
    {
        var account = new Account(clock: TimeProvider.System);
        var pool = await account.PublishAsync(Pools.Empty);
        var plan = await account.Service.PlanRemovalAsync(pool.Id!, new(), account, TestContext.Current.CancellationToken);
        account.Sandbox.AddFault(new(SandboxFaultKind.Throttling, "DeleteRole", Count: int.MaxValue));
        using var source = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);

        var removing = account.Service.RemoveAsync(plan, account, source.Token);
        while (account.Reported.Count(call => call is { Operation: "iam:DeleteRole", Error: not null }) < 3)
        {
            Assert.False(removing.IsCompleted);
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }

        await source.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => removing.WaitAsync(Patience, TestContext.Current.CancellationToken));

        Assert.Contains("iam:DeleteRole", Assert.Single(account.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_that_waits_for_its_turn_ends_too()
    {
        using var places = new SemaphoreSlim(0);
        using var source = new CancellationTokenSource();

        var calling = new ApiCalls(places, new Account()).InvokeAsync("iam:GetRole", "shop", () => Task.FromResult(1), source.Token);
        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling.WaitAsync(Patience, TestContext.Current.CancellationToken));
    }

    private static Task WorkAsync(string work, IIdentityPoolService service, Account account, IdentityPool pool, CancellationToken cancellation) =>
        work switch
        {
            nameof(ListAsync) => ListAsync(service, account, cancellation),
            nameof(ReadAsync) => ReadAsync(service, account, pool, cancellation),
            nameof(ExamineAsync) => ExamineAsync(service, account, pool, cancellation),
            nameof(PlanAsync) => PlanAsync(service, account, cancellation),
            nameof(PlanOfNewAsync) => PlanOfNewAsync(service, account, cancellation),
            nameof(PlanRemovalAsync) => PlanRemovalAsync(service, account, pool, cancellation),
            _ => GetCredentialAsync(service, account, pool, cancellation),
        };

    private static async Task ListAsync(IIdentityPoolService service, Account account, CancellationToken cancellation)
    {
        await foreach (var page in service.ListAsync(account, cancellation))
        {
            Assert.NotNull(page);
        }
    }

    private static async Task ReadAsync(IIdentityPoolService service, Account account, IdentityPool pool, CancellationToken cancellation) =>
        await service.ReadAsync(pool.Id!, IdentityPoolDetail.Complete, account, cancellation);

    private static async Task ExamineAsync(IIdentityPoolService service, Account account, IdentityPool pool, CancellationToken cancellation) =>
        await service.ExamineAsync(pool, account, cancellation);

    private static async Task PlanAsync(IIdentityPoolService service, Account account, CancellationToken cancellation) =>
        await service.PlanAsync(Changed, new() { Prune = true }, account, cancellation);

    /// <summary>User pools and clients that nobody knows yet are looked for by their names.</summary>
    private static async Task PlanOfNewAsync(IIdentityPoolService service, Account account, CancellationToken cancellation) =>
        await service.PlanAsync(
            IdentityPool
                .Create(new() { Name = "another" })
                .WithUserPool(new(UserPool.Define("customers"), UserPoolClient.Generated, serverSideTokenCheck: true))
                .WithUserPool(new(Pools.UserPool, UserPoolClient.Generated, serverSideTokenCheck: true))
                .WithOpenIdConnectProvider(OpenIdConnectProvider.Define("https://login.example.com", ["shop"])),
            new(),
            account,
            cancellation
        );

    private static async Task PlanRemovalAsync(IIdentityPoolService service, Account account, IdentityPool pool, CancellationToken cancellation) =>
        await service.PlanRemovalAsync(pool.Id!, new(), account, cancellation);

    private static async Task GetCredentialAsync(IIdentityPoolService service, Account account, IdentityPool pool, CancellationToken cancellation) =>
        await service.GetCredentialAsync(new() { PoolId = pool.Id! }, account, cancellation);
}
