using System.Collections.Concurrent;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Pester;
using Xunit;

namespace IdentityPools.ModuleTests;

/// <summary>
/// Every <c>It</c> of every *.Tests.ps1, those of the examples too, under the real Pester in the real engine. Two files run at a time; one that sets variables of the
/// environment runs alone.
/// </summary>
public sealed class ScriptTests
{
    private static readonly ConcurrentDictionary<string, Lazy<IReadOnlyList<PesterResult>>> Results = new();
    private static readonly ReaderWriterLockSlim Environs = new();
    private static readonly Lazy<Task> FromTheEnd = new(() =>
        Task.Factory.StartNew(RunFromTheEnd, TestContext.Current.CancellationToken, TaskCreationOptions.LongRunning, TaskScheduler.Default)
    );

    private static string TestDirectory => Path.Combine(ModuleRunspace.Root, "tests");

    public static TheoryData<string> Files() => [.. Names()];

    public static IEnumerable<TheoryDataRow<string, string, int>> Cases() =>
        from result in PesterFile.Discover(Paths())
        where result.Test is not null
        group result by (result.File, result.Test) into named
        from occurrence in Enumerable.Range(0, named.Count())
        select new TheoryDataRow<string, string, int>(Path.GetRelativePath(TestDirectory, named.Key.File), named.Key.Test!, occurrence);

    public static IEnumerable<string> Paths() => Names().Select(FullPath);

    [Theory]
    [MemberData(nameof(Cases))]
    public void It(string file, string test, int occurrence)
    {
        var result = ResultsOf(file).Where(result => result.Test == test).ElementAtOrDefault(occurrence);

        Assert.True(result is not null, "The test was found but did not run.");
        Assert.SkipWhen(result.Outcome is "Skipped" or "Inconclusive", result.Message);
        Assert.True(result.Outcome == "Passed", $"{result.Outcome}: {result.Message}");
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_has_tests_and_nothing_fails_outside_of_them(string file)
    {
        var results = ResultsOf(file);

        Assert.Contains(results, result => result.Test is not null);
        Assert.DoesNotContain(results, result => result.Test is null);
    }

    private static IEnumerable<string> Names() =>
        new[] { TestDirectory, Path.Combine(ModuleRunspace.Root, "examples") }
            .SelectMany(directory => Directory.GetFiles(directory, "*.Tests.ps1", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(TestDirectory, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal);

    private static string FullPath(string file) => Path.GetFullPath(Path.Combine(TestDirectory, file));

    private static IReadOnlyList<PesterResult> ResultsOf(string file)
    {
        _ = FromTheEnd.Value;
        return Run(file);
    }

    /// <summary>The cases are asked for in the order of their files, so the files that come last are ready when they are.</summary>
    private static void RunFromTheEnd()
    {
        foreach (var file in Names().Reverse().Where(file => !SetsEnvironment(file)))
        {
            Run(file);
        }
    }

    private static IReadOnlyList<PesterResult> Run(string file) => Results.GetOrAdd(file, name => new(() => RunOnce(name))).Value;

    private static IReadOnlyList<PesterResult> RunOnce(string file)
    {
        var isAlone = SetsEnvironment(file);
        Enter(isAlone);
        try
        {
            return PesterFile.Run(FullPath(file));
        }
        finally
        {
            Leave(isAlone);
        }
    }

    private static void Enter(bool isAlone)
    {
        if (isAlone)
        {
            Environs.EnterWriteLock();
        }
        else
        {
            Environs.EnterReadLock();
        }
    }

    private static void Leave(bool isAlone)
    {
        if (isAlone)
        {
            Environs.ExitWriteLock();
        }
        else
        {
            Environs.ExitReadLock();
        }
    }

    private static bool SetsEnvironment(string file) =>
        File.ReadAllText(FullPath(file)) is var text
        && (text.Contains("env:", StringComparison.OrdinalIgnoreCase) || text.Contains("SetEnvironmentVariable", StringComparison.OrdinalIgnoreCase));
}
