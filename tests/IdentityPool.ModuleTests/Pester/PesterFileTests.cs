using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Pester;

/// <summary>What is wrong with a test file has to be noticed, or everything that is run is worth nothing.</summary>
public sealed class PesterFileTests
{
    [Theory]
    [InlineData("by its verdict", "Expected 2, but got 1.")]
    [InlineData("by an exception", "thrown")]
    [InlineData("by a command that does not exist", "Invoke-Nothing")]
    [InlineData("takes its tests with it", "set-up")]
    public void A_test_fails_and_says_why(string test, string message)
    {
        var result = Assert.Single(PesterFile.Run(Fixture("Failing")), result => result.Test?.EndsWith(test, StringComparison.Ordinal) == true);

        Assert.Equal("Failed", result.Outcome);
        Assert.Contains(message, result.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_test_has_its_own_outcome()
    {
        var results = PesterFile.Run(Fixture("Failing"));

        Assert.Equal(
            ["Failed", "Failed", "Failed", "Failed", "Passed", "Skipped", "Inconclusive"],
            results.Where(result => result.Test is not null).Select(result => result.Outcome).OrderBy(Place)
        );
        Assert.Contains(results, result => result.Test is null && result.Message.Contains("tear-down", StringComparison.Ordinal));

        static int Place(string outcome) => Array.IndexOf(["Failed", "Passed", "Skipped", "Inconclusive"], outcome);
    }

    [Theory]
    [InlineData("Empty")]
    [InlineData("Exit")]
    [InlineData("ExitInTest")]
    [InlineData("NoRows")]
    [InlineData("Unparsable")]
    public void A_file_without_a_test_that_ran_is_a_failure(string fixture)
    {
        Assert.DoesNotContain(PesterFile.Run(Fixture(fixture)), result => result.Outcome is "Passed");
        Assert.Contains(PesterFile.Run(Fixture(fixture)), result => result.Outcome is "Failed");
    }

    [Fact]
    public void Tests_are_found_before_they_run()
    {
        var found = PesterFile.Discover([Fixture("Failing")]);

        Assert.Equal(7, found.Count);
        Assert.All(found, result => Assert.NotNull(result.Test));
    }

    private static string Fixture(string name) =>
        Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Pester", "Fixtures", $"{name}.Fixture.ps1");
}
