using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using System.Text.Json.Nodes;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.ForeignClients;
using IdentityPools.ModuleTests.Hosting;
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
        var screen = new RecordedHost();
        using var runspace = ModuleRunspace.Create(host ?? screen);
        using var shell = PowerShell.Create(runspace);
        runspace.SessionStateProxy.SetVariable("endpoint", endpoint);
        shell.AddScript(Connect).Invoke();
        if (shell.HadErrors)
        {
            throw new InvalidOperationException(shell.Streams.Error[0].ToString());
        }

        shell.Commands.Clear();
        shell.AddScript($"try {{ {script} }} catch {{ throw }}");
        ErrorRecord? terminating = null;
        List<object> results = [];
        try
        {
            results.AddRange(shell.Invoke().Select(item => item.BaseObject));
        }
        catch (RuntimeException exception)
        {
            terminating = exception.ErrorRecord;
        }

        return new()
        {
            Output = results,
            Errors = [.. shell.Streams.Error, .. terminating is null ? Array.Empty<ErrorRecord>() : [terminating]],
            Warnings = [.. shell.Streams.Warning.Select(record => record.Message)],
            Shown = screen.Text,
            Differences = [.. Differences(before, await hand.StateAsync())],
        };
    }

    private const string Connect = """
        $ErrorActionPreference = 'Continue'
        Import-Module IdentityPool
        $secret = [securestring]::new()
        'secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $keys = [pscredential]::new('AKIDEXAMPLE', $secret)
        Connect-IdentityPool -Region us-east-1 -EndpointUrl $endpoint -Credential $keys
        """;

    private static IEnumerable<string> Differences(SortedDictionary<string, string> before, SortedDictionary<string, string> after) =>
        from path in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal)
        let old = before.GetValueOrDefault(path)
        let now = after.GetValueOrDefault(path)
        where old != now
        select $"{path}: {old ?? "-"} > {now ?? "-"}";
}
