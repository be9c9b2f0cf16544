using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Two paths as one.</summary>
[Cmdlet(VerbsCommon.Join, "Path")]
public sealed class JoinPathCommand : PSCmdlet
{
    /// <summary>The first.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string Path { get; set; } = null!;

    /// <summary>The second.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    [AllowEmptyString]
    public string ChildPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(System.IO.Path.Join(Path, ChildPath));
}
