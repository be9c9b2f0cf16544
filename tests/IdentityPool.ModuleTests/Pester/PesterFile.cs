using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Reflection;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Linting;

namespace IdentityPools.ModuleTests.Pester;

/// <summary>Test files under the real Pester, each in a fresh runspace.</summary>
internal static class PesterFile
{
    /// <summary>The version that this process runs; another one has to have a process of its own.</summary>
    public static string Version { get; } = Setting("PesterVersion");

    /// <summary>The script that runs files under a version of Pester.</summary>
    public static string Script { get; } = Path.Combine(ModuleRunspace.Root, "tests", "IdentityPool.ModuleTests", "Pester", "Invoke-TestFile.ps1");

    /// <summary>The tests of files, none of which is run.</summary>
    public static IReadOnlyList<PesterResult> Discover(IEnumerable<string> paths) => Invoke([.. paths], skipRun: true);

    /// <summary>What became of the tests of a file.</summary>
    public static IReadOnlyList<PesterResult> Run(string path) => Invoke([path], skipRun: false);

    /// <summary>Where the module of a version of Pester is.</summary>
    public static string Module(string version) => Path.Combine(Setting("PesterPackages"), version, "tools", "Pester.psd1");

    /// <summary>What the build says of Pester.</summary>
    public static string Setting(string name) =>
        typeof(PesterFile).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(entry => entry.Key == name).Value!;

    private static List<PesterResult> Invoke(string[] paths, bool skipRun)
    {
        using var runspace = ModuleRunspace.Create(new RecordedHost());
        WrittenTemplates.Watch(runspace);
        using var shell = PowerShell.Create(runspace);
        shell.AddCommand(Script).AddParameter("Module", Module(Version)).AddParameter("Path", paths).AddParameter("SkipRun", skipRun);
        try
        {
            var results = shell.Invoke().Select(Read).ToList();
            // What ends a run from within, as "exit" does, leaves no result behind.
            results.AddRange(paths.Except(results.Select(result => result.File)).Select(path => Failed(path, "The file has no test, or ends the run.")));
            return results;
        }
        catch (RuntimeException exception)
        {
            return [.. paths.Select(path => Failed(path, $"{exception.Message}\n{exception.ErrorRecord.ScriptStackTrace}"))];
        }
        finally
        {
            WrittenTemplates.Lint(runspace, Path.GetFileNameWithoutExtension(paths[0]));
        }
    }

    private static PesterResult Failed(string path, string message) => new(path, null, "Failed", message);

    private static PesterResult Read(PSObject result)
    {
        return new(Text("File")!, Text("Test"), Text("Outcome")!, Text("Message") ?? "");

        string? Text(string name) => result.Properties[name].Value as string;
    }
}
