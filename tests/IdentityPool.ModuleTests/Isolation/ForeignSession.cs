using System.Diagnostics;
using IdentityPools.EngineHost;
using Xunit;

namespace IdentityPools.ModuleTests.Isolation;

/// <summary>A process of its own, in which the module writes and reads a template after other assemblies have come.</summary>
internal sealed record ForeignSession(IReadOnlyList<LoadedAssembly> Before, IReadOnlyList<LoadedAssembly> After)
{
    /// <summary>Runs the session to its end.</summary>
    /// <param name="format">The format to write and read.</param>
    /// <param name="foreign">The assemblies that come first, as folder and name.</param>
    /// <returns>What was loaded when.</returns>
    public static async Task<ForeignSession> RunAsync(string format, params IEnumerable<string> foreign)
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var lines = await RunAsync([
                Path.Combine(AppContext.BaseDirectory, "EngineHost.dll"),
                Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Isolation", "Session.ps1"),
                format,
                Path.Combine(directory.FullName, "template"),
                .. foreign.Select(file => Path.Combine(AppContext.BaseDirectory, "foreign", file)),
            ]);
            return new(Assemblies(lines, "Before|"), Assemblies(lines, "After|"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static async Task<string[]> RunAsync(string[] arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        using var process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, output + await errors);
        return output.Split('\n', StringSplitOptions.TrimEntries);
    }

    private static IReadOnlyList<LoadedAssembly> Assemblies(string[] lines, string when) =>
        [.. lines.Where(line => line.StartsWith(when, StringComparison.Ordinal)).Select(LoadedAssembly.Parse)];
}
