using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Whether a file or directory exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path")]
public sealed class TestPathCommand : PSCmdlet
{
    /// <summary>The path.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(System.IO.Path.Exists(GetUnresolvedProviderPathFromPSPath(LiteralPath)));
}
