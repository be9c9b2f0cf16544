using IdentityPools.EngineHost;
using Xunit;

namespace IdentityPools.ModuleTests.Hosting;

public sealed class EngineHostTests : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public void A_script_gets_its_arguments_and_shows_its_output_as_a_table()
    {
        var script = Script(
            "param([string] $Name, [int] $Size, [switch] $On, [switch] $Off) [pscustomobject]@{ Name = $Name; Size = $Size; On = $On; Off = $Off }"
        );

        var run = EngineRun.Of(script, "shop", "-Size", "3", "-On", "-Off:$false");

        Assert.Equal(new(0, "\nName Size On   Off\n---- ---- --   ---\nshop    3 True False\n\n", ""), run);
    }

    [Theory]
    [InlineData("exit 4", 4)]
    [InlineData("function Leave { exit 5 } Leave", 5)]
    [InlineData("exit 0", 0)]
    [InlineData("$global:LASTEXITCODE = 7; 'end'", 0)]
    [InlineData("Get-Command NoSuchCommand; 'after'", 0)]
    public void A_script_that_ends_decides_the_exit_code(string text, int expected) => Assert.Equal(expected, EngineRun.Of("-File", Script(text)).ExitCode);

    [Theory]
    [InlineData("throw 'gone wrong'", "gone wrong")]
    [InlineData("$ErrorActionPreference = 'Stop'; Get-Command NoSuchCommand", "NoSuchCommand")]
    [InlineData("if (", "Missing condition")]
    [InlineData("[CmdletBinding()] param($Known) 'never'", "'Unknown'")]
    public void A_terminating_error_is_shown_as_an_error_and_makes_1_of_the_exit_code(string text, string fragment)
    {
        var run = EngineRun.Of(Script(text), "-Unknown", "value");

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.Contains(fragment, run.Errors, StringComparison.Ordinal);
        Assert.Contains("Line |", run.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'text'; exit 3", 3, "text\n", "")]
    [InlineData("throw 'gone wrong'", 1, "", "Exception: gone wrong\n")]
    [InlineData("if (", 1, "", "Missing condition in if statement after 'if ('.\n")]
    [InlineData("Get-Content -Unknown x; 'after'", 0, "after\n", "Get-Content: A parameter cannot be found that matches parameter name 'Unknown'.\n")]
    [InlineData("Write-Warning 'careful'; Write-Verbose 'detail' -Verbose; Write-Host 'shown'", 0, "WARNING: careful\nVERBOSE: detail\nshown\n", "")]
    [InlineData("$PSStyle.Foreground.Red + 'red'; Write-Host ($PSStyle.Bold + 'bold')", 0, "red\nbold\n", "")]
    public void A_command_is_run_and_shown(string text, int exitCode, string output, string errors) =>
        Assert.Equal(new(exitCode, output, errors), EngineRun.Of("-Command", text));

    [Theory]
    [InlineData("$Host.UI.PromptForChoice('Delete?', 'Really?', @(), 0)", "Delete? Really?")]
    [InlineData("$Host.UI.ReadLine()", "Read-Host")]
    public void A_question_is_an_error(string text, string question)
    {
        var run = EngineRun.Of("-Command", $"$ErrorActionPreference = 'Stop'; {text}");

        Assert.Equal(1, run.ExitCode);
        Assert.Contains($"answers no questions, and the script asks: {question}", run.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public void The_built_module_is_found_by_its_name()
    {
        var run = EngineRun.Of("-Command", "Import-Module IdentityPool; (New-IdentityPool -Name shop).Name");

        Assert.Equal(new(0, "shop\n", ""), run);
    }

    [Fact]
    public void A_missing_script_is_named() => Assert.Equal(new(1, "", "The script 'missing.ps1' does not exist.\n"), EngineRun.Of("missing.ps1"));

    [Theory]
    [InlineData]
    [InlineData("-File")]
    [InlineData("-Command")]
    [InlineData("-NoSuchOption", "script.ps1")]
    public void A_command_line_can_be_without_a_meaning(params string[] arguments) => Assert.Null(EngineArguments.TryParse(arguments));

    [Fact]
    public async Task The_process_writes_to_both_streams_without_colour_and_ends_with_the_code()
    {
        var run = await EngineProcess.RunAsync(Script("$PSStyle.Foreground.Red + 'out'; Get-Command NoSuchCommand; exit 3"));

        Assert.Equal((3, "out\n"), (run.ExitCode, run.Output));
        Assert.Contains("'NoSuchCommand' is not recognized", run.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', run.Errors);
    }

    [Fact]
    public async Task A_command_line_without_a_meaning_shows_the_usage()
    {
        var run = await EngineProcess.RunAsync("-NoSuchOption");

        Assert.Equal((64, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("Usage: ", run.Errors, StringComparison.Ordinal);
    }

    private string Script(string text)
    {
        var path = Path.Combine(directory, "script.ps1");
        File.WriteAllText(path, text);
        return path;
    }
}
