using IdentityPools.ModuleTests.Hosting;
using Xunit;

namespace IdentityPools.ModuleTests.Packaging;

/// <summary>The package as a user meets it: installed among other modules.</summary>
public sealed class InstallTests(PackedModule module) : IDisposable
{
    private readonly string modules = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(modules, recursive: true);

    [Fact]
    public async Task An_installed_package_is_found_imported_and_works()
    {
        var home = await module.InstallAsync(modules);

        var run = await EngineProcess.RunAsync(
            "-Command",
            $$"""
            $ErrorActionPreference = 'Stop'
            $env:PSModulePath = '{{modules}}'
            $found = @(Get-Module -ListAvailable -Name IdentityPool)
            "$($found.Count) $($found[0].Version) $($found[0].ModuleBase)"
            Import-Module IdentityPool
            "$((Get-Command -Module IdentityPool).Count)"
            $file = '{{modules}}/shop.yaml'
            $pool = New-IdentityPool -Name shop | Add-LoginProvider -Google g
            $pool | Export-IdentityPool -Path $file
            "$((Import-IdentityPool -Path $file) -eq $pool)"
            (Get-Help New-IdentityPool).Synopsis.Length -gt 10
            Connect-IdentityPool -Sandbox
            ($pool | Publish-IdentityPool -PassThru).Name
            """
        );

        Assert.Equal("", run.Errors);
        Assert.Equal($"1 {PackedModule.Manifest.Version} {home}\n{PackedModule.Manifest.Cmdlets.Count}\nTrue\nTrue\nshop\n", run.Output);
    }

    [Fact]
    public async Task Its_manifest_is_valid()
    {
        var home = await module.InstallAsync(modules);

        var run = await EngineProcess.RunAsync(
            "-Command",
            $"$m = Test-ModuleManifest -Path '{home}/IdentityPool.psd1'; \"$($m.Version) $($m.ReleaseNotes.Length -gt 500)\""
        );

        Assert.Equal((0, $"{PackedModule.Manifest.Version} True\n", ""), (run.ExitCode, run.Output, run.Errors));
    }
}
