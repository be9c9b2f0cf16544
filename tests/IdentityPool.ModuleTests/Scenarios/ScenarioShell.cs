using System.Management.Automation;
using System.Management.Automation.Host;
using System.Management.Automation.Runspaces;
using IdentityPools.HelpPages.Engine;
using IdentityPools.ModuleTests.Hosting;

namespace IdentityPools.ModuleTests.Scenarios;

/// <summary>A runspace that is connected to an account over the network.</summary>
internal sealed class ScenarioShell : IDisposable
{
    private const string Connect = """
        $ErrorActionPreference = 'Continue'
        Import-Module IdentityPool
        $secret = [securestring]::new()
        'secret'.ToCharArray() | ForEach-Object { $secret.AppendChar($_) }
        $keys = [pscredential]::new('AKIDEXAMPLE', $secret)
        Connect-IdentityPool -Region us-east-1 -EndpointUrl $endpoint -Credential $keys
        """;

    private readonly RecordedHost screen = new();
    private readonly Runspace runspace;
    private readonly List<string> warnings = [];

    public ScenarioShell(string endpoint, PSHost? host = null)
    {
        runspace = ModuleRunspace.Create(host ?? screen);
        runspace.SessionStateProxy.SetVariable("endpoint", endpoint);
        if (Run(Connect).Errors is [var error, ..])
        {
            throw new InvalidOperationException(error.ToString());
        }
    }

    public IReadOnlyList<string> Warnings => warnings;

    /// <summary>What the host showed, past the streams.</summary>
    public string Shown => screen.Text;

    public (IReadOnlyList<object> Output, IReadOnlyList<ErrorRecord> Errors) Run(string script)
    {
        using var shell = PowerShell.Create(runspace);
        // Within try, what ends a command ends the script; dot-sourced, its variables stay.
        shell.AddScript($"try {{ {script} }} catch {{ throw }}", useLocalScope: false);
        ErrorRecord? terminating = null;
        List<object> results = [];
        try
        {
            results.AddRange(shell.Invoke().Select(item => item.BaseObject));
        }
        catch (RuntimeException exception)
        {
            terminating = exception.ErrorRecord;
        }

        warnings.AddRange(shell.Streams.Warning.Select(record => record.Message));
        return (results, [.. shell.Streams.Error, .. terminating is null ? Array.Empty<ErrorRecord>() : [terminating]]);
    }

    public void Dispose() => runspace.Dispose();
}
