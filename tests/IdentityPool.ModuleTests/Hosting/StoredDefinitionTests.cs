using Xunit;

namespace IdentityPools.ModuleTests.Hosting;

/// <summary>Definitions in jobs, which only a PowerShell that is not hosted can start.</summary>
public sealed class StoredDefinitionTests
{
    /// <summary>A definition goes into a job and comes out of it; and one from a file is taken although the module was loaded after it was read.</summary>
    [Fact]
    public async Task A_definition_goes_into_a_job_and_comes_out_of_it()
    {
        var run = await EngineProcess.RunToolAsync(
            "-Command",
            """
            Import-Module IdentityPool
            $shop = New-IdentityPool shop -Tag @{ team = 'web' } | Add-LoginProvider -Google 1.apps.googleusercontent.com
            $job = Start-Job { $using:shop | Add-LoginProvider -Facebook 102030405060708 }
            $changed = $job | Receive-Job -Wait -AutoRemoveJob
            $changed.Providers -join ','
            ($changed | Remove-LoginProvider Facebook) -eq $shop
            Start-Job {
                $stored = $using:shop
                $known = [bool] (Get-Module IdentityPool)
                "$known $(($stored | Remove-LoginProvider Google).Providers.Count) $([bool] (Get-Module IdentityPool))"
            } | Receive-Job -Wait -AutoRemoveJob
            """
        );

        Assert.Equal("", run.Errors);
        Assert.Equal("Facebook,Google\nTrue\nFalse 0 True\n", run.Output);
    }
}
