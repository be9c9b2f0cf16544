using IdentityPools.EngineHost;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>What EngineHost did within this process.</summary>
/// <param name="ExitCode">How it ended.</param>
/// <param name="Output">What it showed.</param>
/// <param name="Errors">What it showed as errors.</param>
internal sealed record EngineRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Runs EngineHost to its end.</summary>
    /// <param name="arguments">Its command line.</param>
    /// <returns>What it did.</returns>
    public static EngineRun Of(params string[] arguments)
    {
        var output = new RecordedOutput();
        var exitCode = ScriptRunner.Run(EngineArguments.TryParse(arguments)!, output);
        return new(exitCode, output.Text, output.Errors);
    }
}
