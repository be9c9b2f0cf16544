using System.Diagnostics;
using IdentityPools.ModuleTests.Hosting;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>A program that may be installed or not.</summary>
/// <param name="Path">Where it is.</param>
internal sealed record Tool(string Path)
{
    private static readonly string[] Suffixes = OperatingSystem.IsWindows() ? [".exe", ".cmd"] : [""];

    /// <summary>A program on the PATH; null when there is none of that name.</summary>
    public static Tool? Find(string name) =>
        (
            from directory in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(System.IO.Path.PathSeparator)
            from suffix in Suffixes
            let path = System.IO.Path.Combine(directory, name + suffix)
            where File.Exists(path)
            select new Tool(path)
        ).FirstOrDefault();

    /// <summary>Starts the program with credentials that only the sandbox takes.</summary>
    public Process Start(IEnumerable<string> arguments, bool isFed = false)
    {
        var start = new ProcessStartInfo(Path, arguments)
        {
            RedirectStandardInput = isFed,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        }.WithInitialEnvironment();
        start.Environment["AWS_ACCESS_KEY_ID"] = "AKIDEXAMPLE";
        start.Environment["AWS_SECRET_ACCESS_KEY"] = "secret";
        start.Environment["AWS_DEFAULT_REGION"] = "us-east-1";
        start.Environment["AWS_PAGER"] = "";
        start.Environment["AWS_MAX_ATTEMPTS"] = "1";
        start.Environment["AWS_EC2_METADATA_DISABLED"] = "true";
        return Process.Start(start)!;
    }

    /// <summary>Runs the program to its end.</summary>
    public async Task<(int ExitCode, string Output, string Errors)> RunAsync(IEnumerable<string> arguments, CancellationToken cancellation)
    {
        using var process = Start(arguments);
        var errors = process.StandardError.ReadToEndAsync(cancellation);
        var output = await process.StandardOutput.ReadToEndAsync(cancellation);
        await process.WaitForExitAsync(cancellation);
        return (process.ExitCode, output, await errors);
    }
}
