using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IdentityPools.EngineHost;

/// <summary>Runs one script or text and tells the exit code.</summary>
public static class ScriptRunner
{
    private const int Failure = 1;

    /// <summary>Runs what was asked for, as PowerShell's own host would show it.</summary>
    /// <param name="arguments">What to run.</param>
    /// <returns>0; 1 after a terminating error; else what <c>exit</c> said.</returns>
    public static int Run(EngineArguments arguments)
    {
        if (arguments.File is { } file && !File.Exists(file))
        {
            Console.Error.WriteLine($"The script '{file}' does not exist.");
            return Failure;
        }

        var host = new EngineHost(ConsoleOutput.Create());
        using var runspace = ModuleRunspace.Create(host);
        using var shell = PowerShell.Create(runspace);
        if (arguments.File is null)
        {
            shell.AddScript(arguments.Command);
        }
        else
        {
            ScriptArguments.Add(shell.AddCommand(Path.GetFullPath(arguments.File)), arguments.Rest);
        }

        // As at a prompt: errors are shown between the output, where they happen.
        shell.Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            Show(runspace, exception.ErrorRecord);
            return Failure;
        }

        return host.ExitCode ?? (runspace.SessionStateProxy.GetVariable("LASTEXITCODE") as int? ?? 0);
    }

    private static void Show(Runspace runspace, ErrorRecord error)
    {
        using var shell = PowerShell.Create(runspace);
        var record = PSObject.AsPSObject(error);
        // The mark by which Out-Default knows that a record is an error and not a thing to look at.
        record.Properties.Add(new PSNoteProperty("writeErrorStream", true));
        shell.AddCommand("Out-Default").AddParameter("InputObject", record).Invoke();
    }
}
