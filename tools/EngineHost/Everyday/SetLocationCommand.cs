using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Goes to a directory.</summary>
[Cmdlet(VerbsCommon.Set, "Location", DefaultParameterSetName = nameof(Path))]
public sealed class SetLocationCommand : PSCmdlet
{
    /// <summary>The directory, with wildcards.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = nameof(Path))]
    public string Path { get; set; } = null!;

    /// <summary>The directory as it is written.</summary>
    [Parameter(Mandatory = true, ParameterSetName = nameof(LiteralPath))]
    public string LiteralPath { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var target = ParameterSetName == nameof(Path) ? Path : WildcardPattern.Escape(LiteralPath);
        SessionState.Path.SetLocation(target);
    }
}
