using System.Diagnostics;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>The account in memory on a loopback port, as slow as a network.</summary>
internal sealed class SandboxServer : IDisposable
{
    private const string Greeting = "Listening on ";

    private readonly Process process;

    private SandboxServer(Process process, string url) => (this.process, Url) = (process, url);

    public string Url { get; }

    /// <summary>Builds the server once, as it would be released.</summary>
    public static void Build(Repository repository) => ScriptEngine.Run("build", repository.PathTo("tests", "SandboxServer"));

    /// <summary>An empty account of which every call takes so long.</summary>
    public static SandboxServer Start(Repository repository, int latencyMilliseconds)
    {
        var program = repository.PathTo("tests", "SandboxServer", "bin", "Release", "net10.0", "SandboxServer.dll");
        var process = Process.Start(
            new ProcessStartInfo("dotnet", [program, "--port", "0", "--latency", $"{latencyMilliseconds}"])
            {
                // The server ends with its input.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
            }
        )!;
        var line = process.StandardOutput.ReadLine();
        return line?.StartsWith(Greeting, StringComparison.Ordinal) == true
            ? new(process, line[Greeting.Length..])
            : throw new BenchmarkException($"The sandbox server said '{line}'.");
    }

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
