using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Isolation;

/// <summary>A process of its own, in which the module works after other assemblies have come.</summary>
internal sealed record ForeignSession(IReadOnlyList<LoadedAssembly> Before, IReadOnlyList<LoadedAssembly> After)
{
    /// <summary>Runs the session to its end.</summary>
    /// <param name="work">The format of a template to write and read; <c>Reference</c> for what calls nothing, <c>Live</c> for all that calls AWS.</param>
    /// <param name="foreign">The assemblies that come first, as folder and name.</param>
    /// <returns>What was loaded when.</returns>
    public static async Task<ForeignSession> RunAsync(string work, params IEnumerable<string> foreign)
    {
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            var run = await EngineProcess.RunAsync([
                Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Isolation", "Session.ps1"),
                work,
                Path.Combine(directory.FullName, "template"),
                .. foreign.Select(file => Path.Combine(AppContext.BaseDirectory, "foreign", file)),
            ]);
            Assert.True(run.ExitCode == 0, run.Output + run.Errors);
            var lines = run.Output.Split('\n', StringSplitOptions.TrimEntries);
            return new(Assemblies(lines, "Before|"), Assemblies(lines, "After|"));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }

    private static IReadOnlyList<LoadedAssembly> Assemblies(string[] lines, string when) =>
        [.. lines.Where(line => line.StartsWith(when, StringComparison.Ordinal)).Select(LoadedAssembly.Parse)];
}
