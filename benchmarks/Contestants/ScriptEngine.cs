using System.Diagnostics;
using System.Runtime.InteropServices;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Contestants;

/// <summary>A PowerShell that finds the module by its name.</summary>
internal sealed class ScriptEngine
{
    private readonly CommandLine start;

    private ScriptEngine(CommandLine start) => this.start = start;

    /// <summary>The engine alone: it starts, runs nothing and ends.</summary>
    public CommandLine Empty => With("-Command", "$null");

    /// <summary>Runs one of the scripts beside this project.</summary>
    public CommandLine Script(string path, params IReadOnlyList<string> arguments) => With(["-File", path, .. arguments]);

    /// <summary>Builds the module as it is released, and tools/EngineHost precompiled, as PowerShell itself ships its engine.</summary>
    public static ScriptEngine BuildEngineHost(Repository repository)
    {
        Run("build", repository.PathTo("src", "IdentityPool"));
        var output = repository.PathTo("out", "EngineHost");
        Run(
            "publish",
            repository.PathTo("tools", "EngineHost"),
            "--runtime",
            RuntimeInformation.RuntimeIdentifier,
            "--self-contained",
            "false",
            "-p:PublishReadyToRun=true",
            "--output",
            output
        );
        return new ScriptEngine(new CommandLine("dotnet", Path.Combine(output, "EngineHost.dll"), "-NoProfile"));
    }

    /// <summary>An installed PowerShell, such as <c>pwsh</c>.</summary>
    public static ScriptEngine FromCommand(string command, Repository repository)
    {
        var modulePath = string.Join(Path.PathSeparator, repository.ModulePath, Environment.GetEnvironmentVariable("PSModulePath"));
        return new ScriptEngine(new CommandLine(command, "-NoProfile") { Environment = new Dictionary<string, string?> { ["PSModulePath"] = modulePath } });
    }

    private CommandLine With(params IReadOnlyList<string> arguments) => start with { Arguments = [.. start.Arguments, .. arguments] };

    /// <summary>Has the SDK make something of a project.</summary>
    public static void Run(string verb, string project, params IReadOnlyList<string> options)
    {
        Console.Error.WriteLine($"{verb} {project}");

        // A build server that stays behind would compete with what is measured.
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", [verb, "-c", "Release", "--disable-build-servers", "--nologo", "-v", "quiet", project, .. options])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new BenchmarkException($"'dotnet {verb} {project}' failed.\n{output}");
        }
    }
}
