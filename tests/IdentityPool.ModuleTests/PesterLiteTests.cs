using IdentityPools.EngineHost;
using IdentityPools.ModuleTests.PesterLite;
using Xunit;

namespace IdentityPools.ModuleTests;

/// <summary>The runner has to notice what is wrong, or everything that it runs is worth nothing.</summary>
public sealed class PesterLiteTests
{
    [Fact]
    public void Every_test_that_should_fail_fails()
    {
        var results = PesterLiteFile.Run(Fixture("Failing"));

        Assert.Equal(59, results.Count);
        Assert.All(results, result => Assert.Equal(ScriptTestOutcome.Failed, result.Outcome));
    }

    [Fact]
    public void An_operator_fails_by_its_own_verdict()
    {
        var messages = PesterLiteFile
            .Run(Fixture("Failing"))
            .Where(result =>
                result.Path.StartsWith("An operator › ", StringComparison.Ordinal) && !result.Path.EndsWith("no script block", StringComparison.Ordinal)
            )
            .Select(result => result.Message)
            .ToList();

        Assert.Equal(40, messages.Count);
        Assert.All(messages, message => Assert.StartsWith("Expected ", message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("assertion", "Expected Be '2', but got '1'")]
    [InlineData("exception", "thrown")]
    [InlineData("unknown command", "Invoke-Nothing")]
    [InlineData("unknown operator", "BeSomething")]
    [InlineData("missing operator altogether", "needs an operator")]
    [InlineData("unsupported word", "Mock")]
    [InlineData("test within a test", "stands inside of a test")]
    [InlineData("missing exception", "none was")]
    [InlineData("takes its tests with it", "BeforeAll failed: setup")]
    public void A_failure_says_what_failed(string test, string fragment)
    {
        var result = PesterLiteFile.Run(Fixture("Failing")).First(result => result.Path.EndsWith(test, StringComparison.Ordinal));

        Assert.Contains(fragment, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Empty", "has no test")]
    [InlineData("Exit", "has no test")]
    [InlineData("NoRows", "null or empty")]
    [InlineData("Unparsable", "Missing closing")]
    public void A_file_that_yields_no_tests_is_a_failure(string fixture, string fragment)
    {
        var result = Assert.Single(PesterLiteFile.Discover(Fixture(fixture)));

        Assert.Equal(ScriptTestOutcome.Failed, result.Outcome);
        Assert.Contains(fragment, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_test_that_ends_the_run_fails_its_file()
    {
        var result = Assert.Single(PesterLiteFile.Run(Fixture("ExitInTest")));

        Assert.Equal(new(PesterLiteFile.WholeFile, ScriptTestOutcome.Failed, "The file ends the run, by exit or break."), result);
    }

    [Fact]
    public void Clean_up_happens_after_a_failure_and_can_fail_itself()
    {
        var results = PesterLiteFile.Run(Fixture("CleanUp"));

        Assert.All(results, result => Assert.Equal(ScriptTestOutcome.Failed, result.Outcome));
        Assert.Equal(["Clean-up › fails", "Clean-up › AfterAll"], results.Select(result => result.Path));
        Assert.Contains("after cleaned", results[1].Message, StringComparison.Ordinal);
    }

    private static string Fixture(string name) => Path.Combine(ModuleRunspace.Root, "tests", "PesterLite", $"{name}.Fixture.ps1");
}
