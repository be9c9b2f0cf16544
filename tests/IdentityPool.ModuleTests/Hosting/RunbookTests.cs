using System.Xml.Linq;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>The numbered examples as a user runs them: by EngineHost, without arguments, in the sandbox.</summary>
public sealed class RunbookTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Theory]
    [InlineData("01-tenants-from-csv", "Tenants in the file: 200. Created 200.")]
    [InlineData("02-move-between-accounts", "Identities are not moved", "-OutputFolder")]
    [InlineData("03-adopt-console-pool", "Result : Adopted", "-OutputFolder")]
    [InlineData("04-drift-report", "Pools: 3. Drift 0, Error 0.", "-ReportPath")]
    [InlineData("06-rotate-twitter-secret", "Result      : Rotated")]
    [InlineData("07-blue-green-roles", "Green", null, "-Color", "Green")]
    [InlineData("07-blue-green-roles", "Roles[Editor-Blue]", null, "-Color", "Green", "-Retire", "-Confirm:$false")]
    [InlineData("08-deploy-stack-set", "Make the stack set", "-OutputFolder")]
    public async Task A_runbook_says_what_it_did(string name, string fragment, string? place = null, params string[] arguments)
    {
        string[] where = place is null ? [] : [place, Path.Combine(directory, "written")];

        var run = await EngineProcess.RunAsync([Runbook(name), .. arguments, .. where]);

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Contains(fragment, run.Output, StringComparison.Ordinal);
        Assert.Equal(place is not null, Path.Exists(Path.Combine(directory, "written")));
    }

    [Theory]
    [InlineData("01-tenants-from-csv", "-Path")]
    [InlineData("02-move-between-accounts", "-MappingPath")]
    [InlineData("04-drift-report", "-Path")]
    public async Task A_file_that_does_not_exist_is_named(string name, string parameter)
    {
        var run = await EngineProcess.RunAsync(Runbook(name), parameter, Path.Combine(directory, "none"));

        Assert.Equal(1, run.ExitCode);
        Assert.Contains("none", run.Errors + run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Roles_are_not_retired_unless_somebody_said_so()
    {
        var run = await EngineProcess.RunAsync(Runbook("07-blue-green-roles"), "-Color", "Green", "-Retire");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
    }

    [Fact]
    public async Task A_scheduler_gets_the_exit_code_and_the_report()
    {
        await File.WriteAllTextAsync(Path.Combine(directory, "shop.ps1"), "New-IdentityPool shop", TestContext.Current.CancellationToken);
        var report = Path.Combine(directory, "drift.xml");

        var run = await EngineProcess.RunAsync(
            "-Command",
            $"$session = Connect-IdentityPool -Sandbox -PassThru; & '{Runbook("04-drift-report")}' '{directory}' -ReportPath '{report}' -Session $session; exit $LASTEXITCODE"
        );

        Assert.Equal((2, ""), (run.ExitCode, run.Errors));
        var failure = Assert.Single(XDocument.Load(report).Descendants("failure"));
        Assert.StartsWith("+ Name = shop", failure.Value, StringComparison.Ordinal);
    }

    private static string Runbook(string name) => Path.Combine(ModuleRunspace.Root, "examples", $"{name}.ps1");
}
