using System.Collections.Concurrent;
using IdentityPools.EngineHost;
using IdentityPools.ModuleTests.PesterLite;
using Xunit;

namespace IdentityPools.ModuleTests;

/// <summary>Every <c>It</c> of every *.Tests.ps1, those of the examples too, run in the hosted engine. Under pwsh the same files run with Pester.</summary>
public sealed class ScriptTests
{
    private static readonly ConcurrentDictionary<string, Lazy<ILookup<string, ScriptTestResult>>> Results = new();

    private static string TestDirectory => Path.Combine(ModuleRunspace.Root, "tests");

    public static TheoryData<string> Files() => [.. Names()];

    public static IEnumerable<TheoryDataRow<string, string, int>> Cases()
    {
        foreach (var name in Names())
        {
            foreach (var (path, occurrence) in Numbered(PesterLiteFile.Discover(Path.Combine(TestDirectory, name))))
            {
                yield return new(name, path.Path, occurrence) { Skip = path.Outcome == ScriptTestOutcome.Skipped ? "Skipped by the test file." : null };
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It(string file, string test, int occurrence)
    {
        var results = ResultsOf(file);
        var result = results[test].ElementAtOrDefault(occurrence);

        Assert.True(
            result is not null,
            $"The test was found but did not run. {string.Join('\n', results[PesterLiteFile.WholeFile].Select(problem => problem.Message))}"
        );
        Assert.SkipWhen(result.Outcome == ScriptTestOutcome.Skipped, result.Message);
        Assert.True(result.Outcome == ScriptTestOutcome.Passed, result.Message);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Nothing_fails_outside_of_a_test(string file)
    {
        var found = PesterLiteFile.Discover(Path.Combine(TestDirectory, file)).Select(test => test.Path).ToHashSet();

        Assert.Empty(ResultsOf(file).Where(group => !found.Contains(group.Key)).SelectMany(group => group));
    }

    private static IEnumerable<string> Names() =>
        new[] { TestDirectory, Path.Combine(ModuleRunspace.Root, "examples") }
            .SelectMany(directory => Directory.GetFiles(directory, "*.Tests.ps1", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(TestDirectory, file))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj"]).Any())
            .Order(StringComparer.Ordinal);

    private static ILookup<string, ScriptTestResult> ResultsOf(string file) =>
        Results.GetOrAdd(file, name => new(() => PesterLiteFile.Run(Path.Combine(TestDirectory, name)).ToLookup(result => result.Path))).Value;

    private static IEnumerable<(ScriptTestResult Result, int Occurrence)> Numbered(IReadOnlyList<ScriptTestResult> results) =>
        results.GroupBy(result => result.Path).SelectMany(group => group.Select((result, index) => (result, index)));
}
