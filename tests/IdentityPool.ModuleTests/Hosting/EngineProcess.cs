using System.Diagnostics;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>What EngineHost did in a process of its own.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it wrote to standard output.</param>
/// <param name="Errors">What it wrote to standard error.</param>
internal sealed record EngineProcess(int ExitCode, string Output, string Errors)
{
    private const string NoProfile = "-NoProfile";
    private const string ModulePath = "PSModulePath";

    private static readonly string[] Unattended = [NoProfile, "-NonInteractive"];

    private static string Host => Path.Combine(AppContext.BaseDirectory, "EngineHost.dll");

    /// <summary>Runs EngineHost to its end, without anybody's profile, colours or somebody to ask.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>What it did.</returns>
    public static Task<EngineProcess> RunAsync(params IEnumerable<string> arguments) =>
        RunAsync([Host, .. Unattended], Environment.CurrentDirectory, arguments);

    /// <summary>Runs EngineHost as somebody would have started it whose input has ended: it may ask, and gets no answer.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>What it did.</returns>
    public static Task<EngineProcess> RunAtEndOfInputAsync(params IEnumerable<string> arguments) =>
        RunAsync([Host, NoProfile], Environment.CurrentDirectory, arguments);

    /// <summary>Runs the PowerShell of dotnet-tools.json, which has more modules than its SDK.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>What it did; a failure where "dotnet tool restore" was not run.</returns>
    public static Task<EngineProcess> RunToolAsync(params IEnumerable<string> arguments) =>
        RunAsync(["tool", "run", "pwsh", "--", .. Unattended], ModuleRunspace.Root, arguments);

    private static async Task<EngineProcess> RunAsync(IEnumerable<string> command, string directory, IEnumerable<string> arguments)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, [.. command, .. arguments])
        {
            WorkingDirectory = directory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }.WithInitialEnvironment();
        var known = start.Environment.TryGetValue(ModulePath, out var value) ? value : null;
        start.Environment[ModulePath] = string.Join(Path.PathSeparator, new[] { Path.Combine(ModuleRunspace.Root, "out"), known }.OfType<string>());
        start.Environment["NO_COLOR"] = "1";
        start.Environment["POWERSHELL_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_TieredPGO"] = "0";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return new(process.ExitCode, output.ReplaceLineEndings("\n"), (await errors).ReplaceLineEndings("\n"));
    }
}
