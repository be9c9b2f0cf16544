using System.Collections.Concurrent;
using IdentityPools.Ports;
using IdentityPools.Validation;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>
/// Each call of a rich publication fails in each way: once, so that a repetition helps, and for a while, so that roll-back suffers too. Then one plain
/// publication follows.
/// </summary>
public sealed class FaultSweepTests
{
    private static readonly SandboxFaultKind[] Kinds =
    [
        SandboxFaultKind.Throttling,
        SandboxFaultKind.InternalError,
        SandboxFaultKind.ServiceUnavailable,
        SandboxFaultKind.TimeOut,
        SandboxFaultKind.TimeOutAfter,
        SandboxFaultKind.ConnectionReset,
        SandboxFaultKind.LostResponse,
        SandboxFaultKind.AccessDenied,
        SandboxFaultKind.ExpiredToken,
        SandboxFaultKind.EmptyAnswer,
        SandboxFaultKind.TruncatedAnswer,
        SandboxFaultKind.HtmlAnswer,
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public async Task A_fault_at_any_call_ends_in_the_desired_state_or_in_nothing(int count)
    {
        var empty = await Inventory.OfAsync(new Account().Sandbox);
        var (calls, desired) = await UndisturbedAsync();
        Assert.True(calls >= 15, $"A rich publication makes {calls} calls.");

        var failures = new ConcurrentBag<string>();
        var outcomes = new ConcurrentDictionary<string, int>();
        var cases = Kinds.SelectMany(kind => Enumerable.Range(0, calls).Select(skip => new SandboxFault(kind, Skip: skip, Count: count)));
        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = 48, CancellationToken = TestContext.Current.CancellationToken },
            async (fault, _) =>
            {
                var (outcome, failure) = await RunAsync(fault, empty, desired);
                outcomes.AddOrUpdate(outcome, 1, (_, known) => known + 1);
                if (failure is not null)
                {
                    failures.Add($"{fault}: {failure}");
                }
            }
        );

        TestContext.Current.SendDiagnosticMessage(
            $"{outcomes.Values.Sum()} cases: {string.Join(", ", outcomes.Select(entry => $"{entry.Key} {entry.Value}"))}"
        );
        Assert.True(failures.IsEmpty, string.Join("\n", failures.Order(StringComparer.Ordinal)));
        Assert.Equal(Kinds.Length * calls, outcomes.Values.Sum());
    }

    private static async Task<(int Calls, Inventory Desired)> UndisturbedAsync()
    {
        var account = new Account();
        await account.PublishAsync(Rich.Definition);
        return (account.Sandbox.Calls.Count, await Inventory.OfAsync(account.Sandbox));
    }

    private static async Task<(string Outcome, string? Failure)> RunAsync(SandboxFault fault, Inventory empty, Inventory desired)
    {
        var account = new Account();
        account.Sandbox.AddFault(fault);
        var outcome = "published";
        try
        {
            await account.PublishAsync(Rich.Definition);
        }
        catch (ServiceException exception)
        {
            outcome = exception.ErrorId == nameof(Messages.RollbackIncomplete) ? "left over" : "rolled back";
        }

        account.Sandbox.ClearFaults();
        var between = await Inventory.OfAsync(account.Sandbox);
        if (outcome == "published" && between != desired)
        {
            return (outcome, $"said to be published: {between}");
        }

        if (outcome == "rolled back" && between != empty)
        {
            return (outcome, $"said to be rolled back: {between}");
        }

        try
        {
            await account.PublishAsync(Rich.Definition);
            var after = await Inventory.OfAsync(account.Sandbox);
            var plan = await account.PlanAsync(Rich.Definition);
            return after != desired ? (outcome, $"after the second run: {after}")
                : plan.Steps.Count > 0 ? (outcome, $"after the second run still to do: {string.Join(", ", plan.Changes)}")
                : (outcome, null);
        }
        catch (Exception exception) when (exception is ServiceException or DefinitionException)
        {
            return (outcome, $"the second run failed: {exception.Message}");
        }
    }
}
