using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IdentityPools.HelpPages.Engine;
using Xunit;

namespace IdentityPools.ModuleTests.Parity;

/// <summary>Scripts with the built module in the bare engine, which has none of the everyday cmdlets: the module needs none of them.</summary>
internal sealed class ModuleScript : IDisposable
{
    private readonly Runspace runspace;

    public ModuleScript()
    {
        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        state.ImportPSModule(Path.Combine(ModuleRunspace.Root, "out", "IdentityPool", "IdentityPool.psd1"));
        runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
    }

    /// <summary>Runs a script.</summary>
    /// <param name="script">Its text; parameters are declared by <c>param</c>.</param>
    /// <param name="arguments">The arguments in order.</param>
    public ScriptOutcome Run(string script, params object?[] arguments)
    {
        using var shell = PowerShell.Create(runspace);
        shell.AddScript(script, useLocalScope: true);
        foreach (var argument in arguments)
        {
            shell.AddArgument(argument);
        }

        try
        {
            var output = shell.Invoke();
            return new([.. output], [.. shell.Streams.Error], [.. shell.Streams.Warning.Select(warning => warning.Message)]);
        }
        catch (RuntimeException failure)
        {
            return new([], [.. shell.Streams.Error, failure.ErrorRecord], [.. shell.Streams.Warning.Select(warning => warning.Message)]);
        }
    }

    public void Dispose() => runspace.Dispose();
}
