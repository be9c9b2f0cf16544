using Xunit;

namespace IdentityPools.ModuleTests.Linting;

/// <summary>What cfn-lint says of the templates that tests produced. Collections without parallel runs come after all others, so the templates are there.</summary>
[Collection(nameof(AfterAllTests))]
public sealed class TemplateLintTests
{
    [Fact]
    public async Task Cfn_lint_finds_no_error_in_any_template()
    {
        Assert.SkipWhen(CfnLint.Path is null, "cfn-lint is not on the PATH.");
        var directory = Directory.CreateTempSubdirectory();
        try
        {
            Assert.SkipWhen(TemplateLint.WriteTo(directory.FullName) == 0, "No test that produces templates was selected.");
            var findings = await CfnLint.RunAsync(directory.FullName, TestContext.Current.CancellationToken);
            Assert.DoesNotContain(findings, finding => finding.RuleId.StartsWith('E'));
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
