using System.Collections.Concurrent;
using IdentityPools.EngineHost;
using IdentityPools.ModuleTests.PesterLite;
using Xunit;

namespace IdentityPools.ModuleTests;

/// <summary>Every <c>It</c> of every *.Tests.ps1, run in the hosted engine. Under pwsh the same files run with Pester.</summary>
public sealed class ScriptTests
{
    private static readonly ConcurrentDictionary<string, Lazy<ILookup<string, ScriptTestResult>>> Results = new();

    private static string TestDirectory => Path.Combine(ModuleRunspace.Root, "tests");

    public static IEnumerable<TheoryDataRow<string, string, int>> Cases()
    {
        foreach (var file in Directory.GetFiles(TestDirectory, "*.Tests.ps1").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(file);
            foreach (var (path, occurrence) in Numbered(PesterLiteFile.Discover(file)))
            {
                yield return new(name, path.Path, occurrence) { Skip = path.Outcome == ScriptTestOutcome.Skipped ? "Skipped by the test file." : null };
            }
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void It(string file, string test, int occurrence)
    {
        var results = Results.GetOrAdd(file, name => new(() => PesterLiteFile.Run(Path.Combine(TestDirectory, name)).ToLookup(result => result.Path)));
        var result = results.Value[test].ElementAtOrDefault(occurrence);

        Assert.True(
            result is not null,
            $"The test was found but did not run. {string.Join('\n', results.Value["(the file)"].Select(problem => problem.Message))}"
        );
        Assert.SkipWhen(result.Outcome == ScriptTestOutcome.Skipped, result.Message);
        Assert.True(result.Outcome == ScriptTestOutcome.Passed, result.Message);
    }

    [Fact]
    public void Nothing_fails_outside_of_a_test()
    {
        var outside = Directory
            .GetFiles(TestDirectory, "*.Tests.ps1")
            .SelectMany(file =>
                Results.TryGetValue(Path.GetFileName(file), out var results)
                    ? results.Value.Where(group => group.Key.EndsWith("AfterAll", StringComparison.Ordinal)).SelectMany(group => group)
                    : []
            );

        Assert.Empty(outside);
    }

    private static IEnumerable<(ScriptTestResult Result, int Occurrence)> Numbered(IReadOnlyList<ScriptTestResult> results) =>
        results.GroupBy(result => result.Path).SelectMany(group => group.Select((result, index) => (result, index)));
}
