using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Xunit;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>The AWS CLI with the sandbox for its endpoint.</summary>
/// <param name="aws">The program.</param>
/// <param name="endpoint">The sandbox.</param>
internal sealed class AwsCli(Tool aws, string endpoint)
{
    private readonly ConcurrentBag<string> called = [];

    /// <summary>Every command that succeeded, as service and operation.</summary>
    public IEnumerable<string> Called => called;

    /// <summary>Runs a command that has to succeed.</summary>
    public async Task<JsonObject> CallAsync(string service, string command, params IEnumerable<string> arguments)
    {
        var (exitCode, output, errors) = await RunAsync(service, command, arguments);
        Assert.True(exitCode == 0, $"{service} {command}: {errors}");
        called.Add($"{service} {command}");
        return output.Length == 0 ? [] : (JsonObject)JsonNode.Parse(output)!;
    }

    /// <summary>Runs a command that the service has to refuse.</summary>
    /// <returns>What it says on the error stream.</returns>
    public async Task<string> RefusedAsync(string service, string command, params IEnumerable<string> arguments)
    {
        var (exitCode, _, errors) = await RunAsync(service, command, arguments);
        Assert.NotEqual(0, exitCode);
        return errors;
    }

    private Task<(int ExitCode, string Output, string Errors)> RunAsync(string service, string command, IEnumerable<string> arguments) =>
        aws.RunAsync(["--endpoint-url", endpoint, "--output", "json", service, command, .. arguments], TestContext.Current.CancellationToken);
}
