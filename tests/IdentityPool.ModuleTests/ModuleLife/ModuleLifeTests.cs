using Xunit;

namespace IdentityPools.ModuleTests.ModuleLife;

/// <summary>The module comes, goes, comes again, meets its other versions, and says what it lacks.</summary>
public sealed class ModuleLifeTests : IDisposable
{
    private const string Works =
        "(New-IdentityPool shop | Add-LoginProvider -Google g | ConvertTo-IdentityPoolTemplate -Format Yaml) -match 'AWS::Cognito::IdentityPool'";

    private readonly ModuleCopy copy = new();

    public void Dispose() => copy.Dispose();

    [Theory]
    [InlineData("Import-Module IdentityPool; Import-Module IdentityPool")]
    [InlineData("Import-Module IdentityPool; Import-Module IdentityPool -Force")]
    [InlineData("Import-Module IdentityPool; Remove-Module IdentityPool; Import-Module IdentityPool")]
    [InlineData(
        "Import-Module IdentityPool; $null = New-IdentityPool a; Remove-Module IdentityPool; Import-Module IdentityPool; Import-Module IdentityPool -Force"
    )]
    public async Task It_can_be_imported_again(string imports)
    {
        var run = await copy.RunAsync($"{imports}; @(Get-Module IdentityPool).Count; New-IdentityPool shop | Format-List Name; {Works}");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.Equal(["1", "Name : shop", "True"], run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task Removed_it_leaves_no_command_behind()
    {
        var run = await copy.RunAsync(
            "Import-Module IdentityPool; Remove-Module IdentityPool; $PSModuleAutoLoadingPreference = 'None'; @(Get-Command New-IdentityPool -ErrorAction Ignore).Count"
        );

        Assert.Equal((0, "0\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Fact]
    public async Task Two_runspaces_can_import_it_at_once()
    {
        var run = await copy.RunAsync($"1..4 | ForEach-Object -ThrottleLimit 4 -Parallel {{ Import-Module IdentityPool; {Works} }}");

        Assert.Equal((0, "True\nTrue\nTrue\nTrue\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData("Import-Module IdentityPool", true)]
    [InlineData("$null = New-IdentityPool a", true)]
    [InlineData("Import-Module IdentityPool -RequiredVersion $old", false)]
    [InlineData("Import-Module IdentityPool -MaximumVersion $old", false)]
    public async Task Of_two_versions_the_newest_comes_unless_another_is_asked_for(string import, bool newest)
    {
        var next = copy.InstallNext();

        var run = await copy.RunAsync(
            $"$old = '{copy.Version}'; {import}; \"$((Get-Module IdentityPool).Version)\"; \"$((Get-Command New-IdentityPool).Version)\"; {Works}"
        );

        var expected = newest ? next : copy.Version;
        Assert.Equal((0, $"{expected}\n{expected}\nTrue\n", ""), (run.ExitCode, run.Output, run.Errors));
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "")]
    [InlineData(true, "Remove-Module IdentityPool;")]
    public async Task A_second_version_in_one_process_is_refused_and_the_first_stays_whole(bool newestFirst, string between)
    {
        var next = copy.InstallNext();
        var (first, second) = newestFirst ? (next, copy.Version) : (copy.Version, next);

        var run = await copy.RunAsync(
            $$"""
            Import-Module IdentityPool -RequiredVersion {{first}}
            {{between}}
            try { Import-Module IdentityPool -RequiredVersion {{second}} -ErrorAction Stop; 'imported' } catch { "$_" }
            Import-Module IdentityPool -RequiredVersion {{first}}
            "$((Get-Module IdentityPool).Version)"
            {{Works}}
            """
        );

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        // The runtime tells its reason by the name of the assembly or by its path, which of them is a matter of chance.
        Assert.Matches(
            $@"^Could not load file or assembly '(IdentityPool, Version={second}\.0|[^']*{second}[^']*IdentityPool\.dll)[^\n]*\s+{first}\nTrue\n$",
            run.Output
        );
    }

    [Theory]
    [InlineData("IdentityPool.Format.ps1xml", null)]
    [InlineData("IdentityPool.Format.ps1xml", "<Configuration><ViewDefinitions>")]
    [InlineData("IdentityPool.Types.ps1xml", null)]
    [InlineData("IdentityPool.Types.ps1xml", "<Types><Type>")]
    public async Task A_view_file_that_is_missing_or_broken_is_named(string file, string? content)
    {
        var path = Path.Combine(copy.Home, file);
        if (content is null)
        {
            File.Delete(path);
        }
        else
        {
            await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);
        }

        var run = await copy.RunAsync("try { Import-Module IdentityPool -ErrorAction Stop; 'imported' } catch { \"$_\" }");

        Assert.Contains(path, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("imported", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../IdentityPool.Isolation.dll", Works, "ConvertToIdentityPoolTemplateCommand")]
    [InlineData("../IdentityPool.Isolation.dll", "Connect-IdentityPool -Sandbox", "ConnectIdentityPoolCommand")]
    [InlineData("IdentityPool.Adapters.dll", Works, "ConvertToIdentityPoolTemplateCommand")]
    [InlineData("IdentityPool.Adapters.deps.json", Works, "ConvertToIdentityPoolTemplateCommand")]
    [InlineData("YamlDotNet.dll", Works, "ConvertToIdentityPoolTemplateCommand")]
    [InlineData("YamlDotNet.dll", "New-IdentityPool a | Export-IdentityPool ./a.yaml", "ExportIdentityPoolCommand")]
    [InlineData("IdentityPool.Sandbox.dll", "Connect-IdentityPool -Sandbox", "ConnectIdentityPoolCommand")]
    [InlineData("IdentityPool.Sandbox.deps.json", "Connect-IdentityPool -Sandbox", "ConnectIdentityPoolCommand")]
    [InlineData("AWSSDK.Core.dll", "Connect-IdentityPool -Sandbox", "ConnectIdentityPoolCommand")]
    [InlineData("AWSSDK.SSO.dll", "Get-IdentityPool", "GetIdentityPoolCommand")]
    public async Task A_library_that_is_missing_is_named_by_the_first_command_that_needs_it(string file, string command, string cmdlet)
    {
        var path = Path.GetFullPath(Path.Combine(copy.Home, "lib", file));
        File.Delete(path);

        var run = await copy.RunAsync(
            $"Import-Module IdentityPool; (New-IdentityPool shop).Name; try {{ {command}; 'done' }} catch {{ $_.FullyQualifiedErrorId; \"$($_.CategoryInfo.Category)\"; \"$_\" }}"
        );

        Assert.Equal(
            $"shop\nModuleFileMissing,IdentityPools.Commands.{cmdlet}\nNotInstalled\nThe module is incomplete: '{path}' is missing. Install the module again and start a new session.\n",
            run.Output
        );
        Assert.Equal("", run.Errors);
    }

    [Fact]
    public async Task Without_the_core_the_import_names_it()
    {
        File.Delete(Path.Combine(copy.Home, "IdentityPool.Core.dll"));

        var run = await copy.RunAsync("try { Import-Module IdentityPool -ErrorAction Stop; 'imported' } catch { \"$_\" }");

        Assert.Contains("'IdentityPool.Core, Version=", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("imported", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_help_it_works_and_help_shows_the_syntax()
    {
        Directory.Delete(Path.Combine(copy.Home, "en-US"), recursive: true);

        var run = await copy.RunAsync($"{Works}; (Get-Help New-IdentityPool).Synopsis.Trim()");

        Assert.Equal((0, ""), (run.ExitCode, run.Errors));
        Assert.StartsWith("True\nNew-IdentityPool [", run.Output, StringComparison.Ordinal);
    }
}
