using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Hosting;

public sealed class EngineHostTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task A_script_gets_its_arguments_and_decides_the_exit_code()
    {
        var script = Path.Combine(directory, "script.ps1");
        await File.WriteAllTextAsync(
            script,
            "param([string] $Name, [int] $Size, [switch] $Off) Import-Module IdentityPool; \"$((New-IdentityPool $Name).Name) $Size $Off\"; exit 4",
            TestContext.Current.CancellationToken
        );

        var run = await EngineProcess.RunAsync(script, "shop", "-Size", "3", "-Off:$false");

        Assert.Equal(new(4, "shop 3 False\n", ""), run);
    }

    [Fact]
    public async Task The_module_of_the_checkout_comes_before_one_that_is_installed()
    {
        var run = await EngineProcess.RunAsync("-Command", "(Get-Module IdentityPool -ListAvailable)[0].ModuleBase; $env:POWERSHELL_TELEMETRY_OPTOUT");

        Assert.Equal(new(0, $"{Path.Combine(ModuleRunspace.Root, "out", "IdentityPool")}\n1\n", ""), run);
    }

    [Fact]
    public async Task An_error_is_one_of_PowerShell()
    {
        var run = await EngineProcess.RunAsync("-Command", "throw 'gone wrong'");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains("gone wrong", run.Errors, StringComparison.Ordinal);
    }
}
