using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace IdentityPools.EngineHost;

/// <summary>Runspaces in which <c>Import-Module IdentityPool</c> finds the module that was just built.</summary>
public static class ModuleRunspace
{
    /// <summary>The root of the repository.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Opens a runspace.</summary>
    /// <param name="host">The host that shows what scripts write.</param>
    /// <param name="more">Further cmdlets to supply.</param>
    /// <returns>The open runspace.</returns>
    public static Runspace Create(PSHost host, params IEnumerable<SessionStateCommandEntry> more)
    {
        var modulePath = Path.Combine(Root, "out");
        var known = Environment.GetEnvironmentVariable("PSModulePath") ?? "";
        if (!known.Split(Path.PathSeparator).Contains(modulePath))
        {
            Environment.SetEnvironmentVariable("PSModulePath", known.Length == 0 ? modulePath : modulePath + Path.PathSeparator + known);
        }

        var state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            // Scripts of this repository are run by its own people; the machine's policy is about others.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        foreach (var cmdlet in EverydayCmdlets.All.Concat(more))
        {
            state.Commands.Add(cmdlet);
        }

        state.Variables.Add(
            new SessionStateVariableEntry(nameof(EngineUserInterface), host.UI, "The host's own user interface, for Out-String", ScopedItemOptions.Constant)
        );
        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        if (host.UI is EngineUserInterface { IsPlain: true })
        {
            using var shell = PowerShell.Create(runspace);
            shell.AddScript("$PSStyle.OutputRendering = 'PlainText'").Invoke();
        }

        return runspace;
    }

    private static string FindRoot()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "IdentityPool.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException($"No directory above '{AppContext.BaseDirectory}' holds IdentityPool.psd1.");
    }
}
