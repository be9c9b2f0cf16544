using System.Diagnostics;
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

    /// <summary>Builds the module and tools/EngineHost as they are released.</summary>
    public static ScriptEngine BuildEngineHost(Repository repository)
    {
        Build(repository.PathTo("src", "IdentityPool"));
        Build(repository.PathTo("tools", "EngineHost"));
        var host = repository.PathTo("tools", "EngineHost", "bin", "Release", "net10.0", "EngineHost.dll");
        return new ScriptEngine(new CommandLine("dotnet", host));
    }

    /// <summary>An installed PowerShell, such as <c>pwsh</c>.</summary>
    public static ScriptEngine FromCommand(string command, Repository repository)
    {
        var modulePath = string.Join(Path.PathSeparator, repository.ModulePath, Environment.GetEnvironmentVariable("PSModulePath"));
        return new ScriptEngine(new CommandLine(command, "-NoProfile") { Environment = new Dictionary<string, string?> { ["PSModulePath"] = modulePath } });
    }

    private CommandLine With(params IReadOnlyList<string> arguments) => start with { Arguments = [.. start.Arguments, .. arguments] };

    private static void Build(string project)
    {
        Console.Error.WriteLine($"building {project}");

        // A build server that stays behind would compete with what is measured.
        using var build = Process.Start(
            new ProcessStartInfo("dotnet", ["build", "-c", "Release", "--disable-build-servers", "--nologo", "-v", "quiet", project])
            {
                RedirectStandardOutput = true,
            }
        )!;
        var output = build.StandardOutput.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode != 0)
        {
            throw new BenchmarkException($"The build of {project} failed.\n{output}");
        }
    }
}
