using System.Globalization;
using System.Runtime.Versioning;
using IdentityPools.Benchmarks.Contestants;
using IdentityPools.Benchmarks.Measuring;
using IdentityPools.Benchmarks.Reporting;

namespace IdentityPools.Benchmarks;

/// <summary>What publishing costs: calls, time beside a plain boto3 script, and the first live command of a process.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LiveSuite(BenchmarkOptions options, Repository repository, ScriptEngine engine)
{
    private const int Pools = 100;
    private const int LatencyMilliseconds = 20;
    private const int ThrottleLimit = 8;

    private readonly Rounds rounds = new(options.Repetitions);

    public LiveResults Run()
    {
        SandboxServer.Build(repository);
        using var workspace = new Workspace();
        var calls = workspace.Case("calls", engine.Script(Script("calls.ps1"))).Run();
        var first = rounds.Run("first live command", [workspace.Case("first", engine.Script(Script("first-command.ps1")))]).Single();
        var publish = rounds.Run(
            "publish",
            [
                Served(
                    workspace,
                    "IdentityPool",
                    url => engine.Script(Script("publish-pools.ps1"), "-Count", $"{Pools}", "-EndpointUrl", url, "-ThrottleLimit", $"{ThrottleLimit}")
                ),
                Served(workspace, "boto3, one call after the other", url => new("python3", Script("publish_pools.py"), $"{Pools}", url)),
            ]
        );
        return new(LiveResults.Lines(calls), [.. first.Measurements.Select(run => Numbers(run.Output))], publish[0], publish[1]);
    }

    private static (double Import, double Command) Numbers(string output) =>
        output.Trim().Split(' ') is [var import, var command]
        && double.TryParse(import, CultureInfo.InvariantCulture, out var importTime)
        && double.TryParse(command, CultureInfo.InvariantCulture, out var commandTime)
            ? (importTime, commandTime)
            : throw new BenchmarkException($"The first command wrote something else than its times: {output}");

    private string Script(string name) => repository.PathTo("benchmarks", "live", name);

    /// <summary>A process against an account of its own.</summary>
    private Case Served(Workspace workspace, string name, Func<string, CommandLine> command) =>
        new(
            name,
            () =>
            {
                using var server = SandboxServer.Start(repository, LatencyMilliseconds);
                return workspace.Case(name, command(server.Url)).Run();
            }
        );
}
