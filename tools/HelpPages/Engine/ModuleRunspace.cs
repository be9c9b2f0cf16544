using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;

namespace IdentityPools.HelpPages.Engine;

/// <summary>Runspaces in which <c>Import-Module IdentityPool</c> finds the module that was just built.</summary>
public static class ModuleRunspace
{
    private static readonly Lazy<string> OwnRoot = new(() => RootAbove(AppContext.BaseDirectory));

    /// <summary>The root of the repository.</summary>
    public static string Root => OwnRoot.Value;

    /// <summary>Opens a runspace that shows no colors.</summary>
    /// <param name="host">The host that shows what scripts write.</param>
    /// <param name="root">The root of the checkout whose module it is; this one's by default.</param>
    /// <returns>The open runspace.</returns>
    public static Runspace Create(PSHost host, string? root = null)
    {
        var modulePath = Path.Combine(root ?? Root, "out");
        var known = Environment.GetEnvironmentVariable("PSModulePath") ?? "";
        if (!known.Split(Path.PathSeparator).Contains(modulePath))
        {
            Environment.SetEnvironmentVariable("PSModulePath", known.Length == 0 ? modulePath : modulePath + Path.PathSeparator + known);
        }

        var state = InitialSessionState.CreateDefault();
        state.ThrowOnRunspaceOpenError = true;
        if (OperatingSystem.IsWindows())
        {
            // Scripts of this repository are run by its own people; the machine's policy is about others.
            state.ExecutionPolicy = Microsoft.PowerShell.ExecutionPolicy.Bypass;
        }

        var runspace = RunspaceFactory.CreateRunspace(host, state);
        runspace.Open();
        using var shell = PowerShell.Create(runspace);
        shell.AddScript("$PSStyle.OutputRendering = 'PlainText'").Invoke();
        return runspace;
    }

    /// <summary>The root of the repository that a directory is in.</summary>
    /// <param name="path">The directory.</param>
    /// <returns>The first directory upwards that holds the manifest.</returns>
    /// <exception cref="DirectoryNotFoundException">There is none.</exception>
    public static string RootAbove(string path)
    {
        var directory = new DirectoryInfo(path);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "IdentityPool.psd1")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new DirectoryNotFoundException($"No directory above '{path}' holds IdentityPool.psd1.");
    }
}
