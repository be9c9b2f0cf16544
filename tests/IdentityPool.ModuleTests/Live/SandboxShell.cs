using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;

namespace IdentityPools.ModuleTests.Live;

/// <summary>A runspace that is connected to an account in memory, through the module's own way to AWS.</summary>
internal sealed class SandboxShell : IDisposable
{
    private readonly Runspace runspace;
    private readonly RecordedHost screen = new();

    public SandboxShell(PSHost? host = null)
    {
        runspace = ModuleRunspace.Create(host ?? screen);
        Session = (IdentityPoolSession)Run("Import-Module IdentityPool; Connect-IdentityPool -Sandbox -PassThru").Single();
        runspace.SessionStateProxy.SetVariable("account", Session);
    }

    public IdentityPoolSession Session { get; }

    public ISandbox Sandbox => Session.Sandbox!;

    /// <summary>What the host showed, past the streams.</summary>
    public string Shown => screen.Text;

    /// <summary>The operations that changed something, in order.</summary>
    public IReadOnlyList<string> Mutations => [.. Sandbox.Calls.Where(call => call.Mutating).Select(call => call.Operation)];

    /// <summary>Runs a script to its end; an error of it is an exception.</summary>
    public IReadOnlyList<object> Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        return [.. shell.AddScript($"$ErrorActionPreference = 'Stop'; {script}").Invoke().Select(item => item.BaseObject)];
    }

    /// <summary>Stops a script once something has happened, and gives how long the stop took.</summary>
    public async Task<TimeSpan> StopAsync(string script, Task when, Action? stopping = null)
    {
        using var shell = PowerShell.Create(runspace);
        var end = shell.AddScript(script).InvokeAsync();
        await when;
        var start = TimeProvider.System.GetTimestamp();
        var stop = shell.StopAsync(null, null);
        stopping?.Invoke();
        await stop;
        try
        {
            await end;
        }
        catch (PipelineStoppedException)
        {
            // As it should be.
        }

        return TimeProvider.System.GetElapsedTime(start);
    }

    public void Dispose() => runspace.Dispose();
}
