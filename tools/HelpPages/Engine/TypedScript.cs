using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace IdentityPools.HelpPages.Engine;

/// <summary>Text that is run as if it were typed at a prompt.</summary>
internal static class TypedScript
{
    /// <summary>Runs a text in an open runspace; what it defines stays there.</summary>
    /// <param name="text">What is typed.</param>
    /// <param name="runspace">The runspace, whose host shows what comes of it.</param>
    public static void Run(string text, Runspace runspace)
    {
        using var shell = PowerShell.Create(runspace);
        // As at a prompt: errors are shown between the output, where they happen.
        shell.AddScript(text).Commands.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        shell.AddCommand("Out-Default");
        try
        {
            shell.Invoke();
        }
        catch (RuntimeException exception)
        {
            using var error = PowerShell.Create(runspace);
            error.AddCommand("Out-Default").AddParameter("InputObject", exception.ErrorRecord).Invoke();
        }
    }
}
