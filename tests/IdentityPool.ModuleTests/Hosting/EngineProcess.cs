using System.Diagnostics;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>What EngineHost did in a process of its own.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record EngineProcess(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs EngineHost to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>What it did.</returns>
    public static async Task<EngineProcess> RunAsync(params IEnumerable<string> arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [Path.Combine(AppContext.BaseDirectory, "EngineHost.dll"), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
