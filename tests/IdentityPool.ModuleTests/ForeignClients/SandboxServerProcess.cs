using System.Diagnostics;
using IdentityPools.ModuleTests.Hosting;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>SandboxServer on a free port, for as long as a test needs it.</summary>
internal sealed class SandboxServerProcess : IAsyncDisposable
{
    private const string Announcement = "Listening on ";

    private readonly Process process;

    private SandboxServerProcess(Process process, string endpoint)
    {
        this.process = process;
        Endpoint = endpoint;
    }

    public string Endpoint { get; }

    public static async Task<SandboxServerProcess> StartAsync(CancellationToken cancellation, int latency = 0, string accountId = "123456789012")
    {
        var start = new ProcessStartInfo(
            Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet",
            [Path.Combine(Folder, "SandboxServer.dll"), "--port", "0", "--account-id", accountId, "--latency", $"{latency}"]
        )
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        }.WithInitialEnvironment();
        var process = Process.Start(start)!;
        var line = await process.StandardOutput.ReadLineAsync(cancellation);
        return line?.StartsWith(Announcement, StringComparison.Ordinal) == true
            ? new(process, line[Announcement.Length..])
            : throw new InvalidOperationException($"SandboxServer did not start: {line}");
    }

    /// <summary>Ends the server, which has to do so when nobody is there to talk to any more.</summary>
    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill();
            }

            process.Dispose();
        }
    }

    /// <summary>Built beside the tests, with the same configuration.</summary>
    public static string Folder
    {
        get
        {
            var output = new DirectoryInfo(AppContext.BaseDirectory.TrimEnd(Path.DirectorySeparatorChar));
            var tests = output.Parent!.Parent!.Parent!.Parent!;
            return Path.Combine(tests.FullName, "SandboxServer", "bin", output.Parent.Name, output.Name);
        }
    }
}
