using System.Management.Automation.Host;
using System.Text.Json.Nodes;
using IdentityPools.ModuleTests.ForeignClients;
using Xunit;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>An account that the module works in over the network, and that boto3 looks into. The tests of a class share it, one after the other.</summary>
public sealed class ScenarioAccount : IAsyncLifetime
{
    private static readonly Tool? Python = Tool.Find("python3");

    private SandboxServerProcess? server;
    private AccountHand? hand;
    private string endpoint = "";

    public async ValueTask InitializeAsync()
    {
        if (Python is null || (await Python.RunAsync(["-c", "import boto3"], CancellationToken.None)).ExitCode != 0)
        {
            return;
        }

        server = await SandboxServerProcess.StartAsync(CancellationToken.None);
        endpoint = server.Endpoint;
        hand = AccountHand.Start(Python, endpoint);
    }

    public async ValueTask DisposeAsync()
    {
        if (hand is not null)
        {
            await hand.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    internal Task<JsonNode> CallAsync(string service, string operation, object parameters)
    {
        Assert.SkipWhen(hand is null, "python3 has no boto3.");
        return hand.CallAsync(service, operation, parameters);
    }

    /// <summary>Runs a script that is connected to the account, and tells what it changed there.</summary>
    internal async Task<ScenarioRun> RunAsync(string script, PSHost? host = null)
    {
        Assert.SkipWhen(hand is null, "python3 has no boto3.");
        var before = await hand.StateAsync();
        using var shell = new ScenarioShell(endpoint, host);
        var (output, errors) = shell.Run(script);
        return new()
        {
            Output = output,
            Errors = errors,
            Warnings = shell.Warnings,
            Shown = shell.Shown,
            Differences = [.. AccountHand.Differences(before, await hand.StateAsync())],
        };
    }

    /// <summary>A runspace that is connected to the account, for a test that runs several scripts in it.</summary>
    internal ScenarioShell Open()
    {
        Assert.SkipWhen(hand is null, "python3 has no boto3.");
        return new(endpoint);
    }

    /// <summary>All of the account, as boto3 reads it.</summary>
    internal Task<JsonNode> TreeAsync()
    {
        Assert.SkipWhen(hand is null, "python3 has no boto3.");
        return hand.TreeAsync();
    }
}
