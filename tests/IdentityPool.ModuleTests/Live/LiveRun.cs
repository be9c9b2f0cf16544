using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;
using IdentityPools.Ports;

namespace IdentityPools.ModuleTests.Live;

/// <summary>A script over a fake service, with all that comes on its streams.</summary>
internal sealed class LiveRun : IDisposable
{
    private readonly Runspace runspace;
    private readonly PowerShell shell;
    private readonly RecordedHost screen = new();

    private LiveRun(FakeService service, string script, PSHost? host = null)
    {
        runspace = ModuleRunspace.Create(host ?? screen);
        runspace.SessionStateProxy.SetVariable("session", new IdentityPoolSession(service, new ConnectionSettings()));
        shell = PowerShell.Create(runspace);
        shell.AddScript("Import-Module IdentityPool").Invoke();
        shell.Commands.Clear();
        // Within try, what ends a command ends the script; otherwise only its statement ends, and it could not be told from other errors.
        shell.AddScript($"try {{ {script} }} catch {{ throw }}");
        shell.Streams.Progress.DataAdded += (_, added) => Progress.Add(shell.Streams.Progress[added.Index]);
    }

    /// <summary>What the host shows, past the streams.</summary>
    public string Shown => screen.Text;

    public List<object> Output { get; } = [];

    public List<ProgressRecord> Progress { get; } = [];

    public IList<ErrorRecord> Errors => shell.Streams.Error;

    public IEnumerable<string> Verbose => shell.Streams.Verbose.Select(record => record.Message);

    public IEnumerable<string> Warnings => shell.Streams.Warning.Select(record => record.Message);

    /// <summary>What ended the script, if something did.</summary>
    public ErrorRecord? Terminating { get; private set; }

    public static LiveRun Of(FakeService service, string script, PSHost? host = null)
    {
        var run = new LiveRun(service, script, host);
        try
        {
            run.Output.AddRange(run.shell.Invoke().Select(item => item.BaseObject));
        }
        catch (RuntimeException exception)
        {
            run.Terminating = exception.ErrorRecord;
        }

        return run;
    }

    /// <summary>Stops a script once something has happened, and gives how long the stop took.</summary>
    public static async Task<(LiveRun Run, TimeSpan Took)> StoppedAsync(FakeService service, string script, Task when)
    {
        var run = new LiveRun(service, script);
        var end = run.shell.InvokeAsync();
        await when;
        var start = TimeProvider.System.GetTimestamp();
        run.shell.Stop();
        try
        {
            await end;
        }
        catch (PipelineStoppedException)
        {
            // As it should be; some scripts end in peace all the same.
        }

        return (run, TimeProvider.System.GetElapsedTime(start));
    }

    public void Dispose()
    {
        shell.Dispose();
        runspace.Dispose();
    }
}
