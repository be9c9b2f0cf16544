using System.Management.Automation;
using System.Management.Automation.Runspaces;
using IdentityPools.EngineHost;
using IdentityPools.ModuleTests.Linting;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs a test file in a fresh runspace of the hosted engine.</summary>
internal static class PesterLiteFile
{
    // The engine wants a verb and a noun in the name of a cmdlet; the words of Pester are aliases of them.
    private static readonly SessionStateCommandEntry[] Commands =
    [
        .. Word<AfterAllCommand>("AfterAll"),
        .. Word<AfterEachCommand>("AfterEach"),
        .. Word<BeforeAllCommand>("BeforeAll"),
        .. Word<BeforeDiscoveryCommand>("BeforeDiscovery"),
        .. Word<BeforeEachCommand>("BeforeEach"),
        .. Word<ContextCommand>("Context"),
        .. Word<DescribeCommand>("Describe"),
        .. Word<ItCommand>("It"),
        .. Word<ShouldCommand>("Should"),
        new SessionStateCmdletEntry("Invoke-PesterLite", typeof(InvokePesterLiteCommand), null),
        new SessionStateCmdletEntry("Set-ItResult", typeof(SetItResultCommand), null),
    ];

    /// <summary>The name of the one test that stands for a file which could not be read or run.</summary>
    public const string WholeFile = "(the file)";

    /// <summary>The tests of a file.</summary>
    public static IReadOnlyList<ScriptTestResult> Discover(string path) => Invoke(path, discoverOnly: true);

    /// <summary>What became of the tests of a file.</summary>
    public static IReadOnlyList<ScriptTestResult> Run(string path) => Invoke(path, discoverOnly: false);

    private static List<ScriptTestResult> Invoke(string path, bool discoverOnly)
    {
        using var runspace = ModuleRunspace.Create(new EngineHost.EngineHost(new SilentOutput()), Commands);
        runspace.SessionStateProxy.SetVariable(TestSession.VariableName, new TestSession());
        WrittenTemplates.Watch(runspace);
        using var shell = PowerShell.Create(runspace);
        try
        {
            shell.AddCommand("Invoke-PesterLite").AddParameter("Path", path).AddParameter("DiscoverOnly", discoverOnly);
            var results = shell.Invoke<ScriptTestResult>();
            // The command emits at its end, and a file without tests is an error: nothing means that the file broke it off.
            return results.Count > 0 ? [.. results] : [Failed("The file ends the run, by exit or break.")];
        }
        catch (RuntimeException exception)
        {
            // A file that cannot be read as tests is a failed test, not a missing one.
            return [Failed($"{exception.Message}{Environment.NewLine}{exception.ErrorRecord.ScriptStackTrace}")];
        }
        finally
        {
            WrittenTemplates.Lint(runspace, Path.GetFileNameWithoutExtension(path));
        }
    }

    private static ScriptTestResult Failed(string message) => new(WholeFile, ScriptTestOutcome.Failed, message);

    private static SessionStateCommandEntry[] Word<TCommand>(string word) =>
        [new SessionStateCmdletEntry($"Invoke-{word}", typeof(TCommand), null), new SessionStateAliasEntry(word, $"Invoke-{word}")];
}
