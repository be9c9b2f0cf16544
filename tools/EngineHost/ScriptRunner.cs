using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IdentityPools.EngineHost;

/// <summary>Runs one script or text and tells the exit code.</summary>
public static class ScriptRunner
{
    private const int Failure = 1;

    // A script file that says exit only leaves its code behind. A program that failed on the way does, too, but not the mark of failure.
    private const string RunFile = """
        param($File, $Named, $Positional)
        & $File @Named @Positional
        if (-not $?) { exit ($LASTEXITCODE ? $LASTEXITCODE : 1) }
        """;

    /// <summary>Runs what was asked for, as PowerShell's own host would show it.</summary>
    /// <param name="arguments">What to run.</param>
    /// <param name="output">Where to show it.</param>
    /// <returns>0; 1 after a terminating error; else what <c>exit</c> said.</returns>
    public static int Run(EngineArguments arguments, IEngineOutput output)
    {
        if (arguments.File is { } file && !File.Exists(file))
        {
            output.WriteError($"The script '{file}' does not exist.{Environment.NewLine}");
            return Failure;
        }

        var host = new EngineHost(output);
        using var runspace = ModuleRunspace.Create(host);
        using var shell = PowerShell.Create(runspace);
        if (arguments.File is null)
        {
            shell.AddScript(arguments.Command);
        }
        else
        {
            var (named, positional) = ScriptArguments.Read(arguments.Rest);
            shell.AddScript(RunFile).AddParameters(new object[] { Path.GetFullPath(arguments.File), named, positional });
        }

        return Invoke(shell, host) ? host.ExitCode ?? 0 : Failure;
    }

    /// <summary>Runs a text in an open runspace as if it were typed at a prompt.</summary>
    /// <param name="text">What is typed.</param>
    /// <param name="runspace">The runspace; what the text defines stays there.</param>
    /// <param name="host">The runspace's host.</param>
    public static void Type(string text, Runspace runspace, EngineHost host)
    {
        using var shell = PowerShell.Create(runspace);
        Invoke(shell.AddScript(text), host);
    }

    private static bool Invoke(PowerShell shell, EngineHost host)
    {
        // As at a prompt: errors are shown between the output, where they happen.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
            return true;
        }
        catch (RuntimeException exception)
        {
            Show(shell.Runspace, host, exception);
            return false;
        }
    }

    private static void Show(Runspace runspace, EngineHost host, RuntimeException exception)
    {
        // The engine's view shows nothing of what was no command yet: text that does not parse.
        if (exception.ErrorRecord.InvocationInfo is null)
        {
            host.UI.WriteErrorLine(exception.Message);
            return;
        }

        using var shell = PowerShell.Create(runspace);
        shell.AddCommand("Out-Default").AddParameter("InputObject", exception.ErrorRecord);
        host.ShowAsError(() => shell.Invoke());
    }
}
