using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A part of a path: the directory, or the last name.</summary>
[Cmdlet(VerbsCommon.Split, "Path", DefaultParameterSetName = nameof(Parent))]
public sealed class SplitPathCommand : PSCmdlet
{
    /// <summary>The path.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    public string Path { get; set; } = null!;

    /// <summary>The directory; this is what is given when nothing is asked for.</summary>
    [Parameter(ParameterSetName = nameof(Parent))]
    public SwitchParameter Parent { get; set; }

    /// <summary>The last name.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(Leaf))]
    public SwitchParameter Leaf { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Leaf ? SessionState.Path.ParseChildName(Path) : SessionState.Path.ParseParent(Path, root: null));
}
