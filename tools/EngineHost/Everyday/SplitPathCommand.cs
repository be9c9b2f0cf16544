using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A part of a path: the directory, or the last name.</summary>
[Cmdlet(VerbsCommon.Split, "Path")]
public sealed class SplitPathCommand : PSCmdlet
{
    /// <summary>The path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string Path { get; set; } = null!;

    /// <summary>The last name.</summary>
    [Parameter]
    public SwitchParameter Leaf { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Leaf ? System.IO.Path.GetFileName(Path) : System.IO.Path.GetDirectoryName(Path));
}
