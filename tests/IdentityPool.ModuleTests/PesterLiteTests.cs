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

        Assert.Equal(13, results.Count);
        Assert.All(results, result => Assert.Equal(ScriptTestOutcome.Failed, result.Outcome));
    }

    [Theory]
    [InlineData("assertion", "Expected Be '2', but got '1'")]
    [InlineData("exception", "thrown")]
    [InlineData("unknown command", "Invoke-Nothing")]
    [InlineData("unknown operator", "BeSomething")]
    [InlineData("unsupported word", "Mock")]
    [InlineData("missing exception", "none was")]
    [InlineData("takes its tests with it", "BeforeAll failed: setup")]
    public void A_failure_says_what_failed(string test, string fragment)
    {
        var result = PesterLiteFile.Run(Fixture("Failing")).First(result => result.Path.EndsWith(test, StringComparison.Ordinal));

        Assert.Contains(fragment, result.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Empty", "has no test")]
    [InlineData("NoRows", "null or empty")]
    [InlineData("Unparsable", "Missing closing")]
    public void A_file_that_yields_no_tests_is_a_failure(string fixture, string fragment)
    {
        var result = Assert.Single(PesterLiteFile.Discover(Fixture(fixture)));

        Assert.Equal(ScriptTestOutcome.Failed, result.Outcome);
        Assert.Contains(fragment, result.Message, StringComparison.Ordinal);
    }

    private static string Fixture(string name) => Path.Combine(ModuleRunspace.Root, "tests", "PesterLite", $"{name}.Fixture.ps1");
}
