using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;

namespace IdentityPools.Benchmarks.Measuring;

/// <summary>Runs a process and reads from the kernel what it cost.</summary>
/// <remarks>
/// Linux counts the memory that a process shares with its parent between fork and exec as its own peak. A child of this
/// runtime would never seem smaller than the runtime. So a shell, which is smaller than anything measured here, forks
/// the process and ends; this process adopts the orphan, lets it begin and collects its usage.
/// </remarks>
[SupportedOSPlatform("linux")]
internal static class ProcessMeter
{
    // The orphan waits for a line: a shell that still lived at its end might collect the usage itself.
    private const string ForkAndEnd = """exec 3<&0; { read -r line && exec "$@"; } <&3 3<&- >"$0" 2>&1 & echo $!""";

    /// <summary>Runs a process to its end.</summary>
    /// <param name="command">The process.</param>
    /// <param name="logPath">A file that receives what the process writes.</param>
    /// <exception cref="BenchmarkException">The process did not end with exit code 0.</exception>
    public static Measurement Run(CommandLine command, string logPath)
    {
        Libc.AdoptOrphans();
        using var shell = Process.Start(ShellFor(command, logPath))!;
        var processId = int.Parse(shell.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
        shell.WaitForExit();

        var started = Stopwatch.GetTimestamp();
        shell.StandardInput.WriteLine();
        shell.StandardInput.Close();
        var status = Libc.Wait(processId, out var usage);
        var elapsed = Stopwatch.GetElapsedTime(started);

        var output = File.ReadAllText(logPath);
        return status == 0
            ? new Measurement(elapsed.TotalSeconds, usage.MaximumResidentSet / 1024.0, output)
            : throw new BenchmarkException($"{Describe(status)}: {command}\n{output}");
    }

    private static ProcessStartInfo ShellFor(CommandLine command, string logPath)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", ForkAndEnd, logPath, command.FileName, .. command.Arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in command.Environment)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    // As wait(2) packs it: the signal in the low seven bits, else the exit code above them.
    private static string Describe(int status)
    {
        var signal = status & 0x7f;
        return signal != 0 ? $"Ended by signal {signal}" : $"Ended with exit code {status >> 8}";
    }
}
