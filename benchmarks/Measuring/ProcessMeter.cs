using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>Runs a process and reads from the kernel what it cost.</summary>
/// <remarks>
/// Linux counts the memory that a process shares with its parent between fork and exec as its own peak. A child of this
/// runtime would never seem smaller than the runtime. So a shell, which is smaller than anything measured here, starts
/// the process, leaves it behind and ends; this process adopts the orphan and collects its usage.
/// </remarks>
[SupportedOSPlatform("linux")]
internal static class ProcessMeter
{
    private const string StartInBackground = """ "$@" >"$0" 2>&1 & echo $! """;

    /// <param name="logPath">A file that receives what the process writes.</param>
    /// <exception cref="BenchmarkException">The process did not end with exit code 0.</exception>
    public static Measurement Run(CommandLine command, string logPath)
    {
        Libc.AdoptOrphans();

        var started = Stopwatch.GetTimestamp();
        var status = Libc.Wait(StartOrphan(command, logPath), out var usage);
        var elapsed = Stopwatch.GetElapsedTime(started);

        var output = File.ReadAllText(logPath);
        return status == 0
            ? new Measurement(elapsed.TotalSeconds, usage.MaximumResidentSet / 1024.0, output)
            : throw new BenchmarkException($"Failed (wait status {status}): {command}\n{output}");
    }

    private static int StartOrphan(CommandLine command, string logPath)
    {
        var start = new ProcessStartInfo(
            "/bin/sh",
            ["-c", StartInBackground, logPath, command.FileName, .. command.Arguments]
        )
        {
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        using var shell = Process.Start(start)!;
        var processId = shell.StandardOutput.ReadToEnd();
        shell.WaitForExit();
        return int.Parse(processId, NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
    }
}
