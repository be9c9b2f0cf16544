using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using IdentityPools.HelpBuilder.Pages;
using IdentityPools.HelpPages.Engine;

namespace IdentityPools.HelpPages;

/// <summary>Runs an example as a user would who types it: in a session of its own, in an empty directory of its own.</summary>
public static class ExampleRun
{
    private const int ScreenWidth = 100;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private const string Preparation = "$ErrorActionPreference = 'Stop'; Import-Module IdentityPool";
    private const string Start = "Set-StrictMode -Off; $ErrorActionPreference = 'Continue'; $Error.Clear()";

    /// <summary>Runs an example.</summary>
    /// <param name="page">The page that the example is of.</param>
    /// <param name="example">The example.</param>
    /// <returns>What the screen shows.</returns>
    /// <exception cref="ExampleException">It does not parse, its setup fails, or it does not end.</exception>
    public static string Output(string page, CommandExample example)
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        try
        {
            var run = Task.Run(() => Output(page, example, directory));
            return run.Wait(Limit) ? run.Result : throw Failed(page, example.Line, $"'{example.Title}' does not end.");
        }
        catch (AggregateException exception) when (exception.InnerException is ExampleException or RuntimeException)
        {
            throw Failed(page, example.Line, $"'{example.Title}' cannot be run: {exception.InnerException.Message}", exception.InnerException);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    private static string Output(string page, CommandExample example, string directory)
    {
        var inputs = TypedInput.Of(example.Code.Text);
        var root = ModuleRunspace.RootAbove(Path.GetDirectoryName(page)!);
        var screen = new RecordedHost(ScreenWidth);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo("en-US");
        using var runspace = ModuleRunspace.Create(screen, root);
        Prepare(runspace, directory, Path.Combine(root, "tests", "HelpExamples", $"{Path.GetFileNameWithoutExtension(page)}.Setup.ps1"));
        screen.Clear();
        foreach (var input in inputs)
        {
            TypedScript.Run(input, runspace);
        }

        return ExampleOutput.Trimmed(screen.Text).Replace(directory, ExampleOutput.Directory, StringComparison.Ordinal);
    }

    private static void Prepare(Runspace runspace, string directory, string setup)
    {
        runspace.SessionStateProxy.Path.SetLocation(directory);
        Invoke(runspace, Preparation);
        if (File.Exists(setup))
        {
            // Into the session itself, so that what the setup defines is there.
            Invoke(runspace, $". '{CodeGeneration.EscapeSingleQuotedStringContent(setup)}'");
        }

        Invoke(runspace, Start);
    }

    private static void Invoke(Runspace runspace, string script)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script).Invoke();
    }

    private static ExampleException Failed(string page, int line, string message, Exception? cause = null) =>
        new($"{page}({line}): error HELP: {message}", cause);
}
