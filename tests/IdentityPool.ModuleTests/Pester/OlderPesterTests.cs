using System.Text.Json;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Pester;

/// <summary>
/// The same files under the Pester that many people still have, in a PowerShell with all of its modules. It takes as long again, so it is asked for:
/// IDENTITYPOOL_OLDER_PESTER=1, as CI does.
/// </summary>
public sealed class OlderPesterTests
{
    [Fact]
    public async Task Every_test_passes_there_too()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("IDENTITYPOOL_OLDER_PESTER") == "1", "IDENTITYPOOL_OLDER_PESTER is not 1.");
        var paths = ScriptTests.Paths().ToList();

        var run = await EngineProcess.RunToolAsync(
            "-Command",
            $"& '{PesterFile.Script}' -Module '{PesterFile.Module(PesterFile.Setting("OlderPesterVersion"))}' -Path {string.Join(", ", paths.Select(path => $"'{path}'"))}"
                + " -SkipRun $false | ConvertTo-Json -Compress | ForEach-Object { '#results ' + $_ }"
        );

        Assert.True(run.ExitCode == 0, run.Output + run.Errors);
        var line = run.Output.Split('\n').SingleOrDefault(line => line.StartsWith("#results ", StringComparison.Ordinal));
        Assert.True(line is not null, run.Output + run.Errors);
        var results = JsonSerializer.Deserialize<List<PesterResult>>(line["#results ".Length..])!;
        var failed = results.Where(result => result.Outcome is not ("Passed" or "Skipped" or "Inconclusive")).ToList();
        Assert.True(failed.Count == 0, string.Join("\n", failed));
        Assert.Equal(Names(PesterFile.Discover(paths)), Names(results));

        static IEnumerable<(string, string?)> Names(IEnumerable<PesterResult> results) => results.Select(result => (result.File, result.Test)).Order();
    }
}
