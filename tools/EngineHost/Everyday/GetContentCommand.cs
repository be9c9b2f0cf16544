using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>The text of a file.</summary>
[Cmdlet(VerbsCommon.Get, "Content")]
public sealed class GetContentCommand : PSCmdlet
{
    /// <summary>The file.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    [Alias("Path")]
    public string LiteralPath { get; set; } = null!;

    /// <summary>All in one, not line by line.</summary>
    [Parameter]
    public SwitchParameter Raw { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        var file = GetUnresolvedProviderPathFromPSPath(LiteralPath);
        WriteObject(Raw ? File.ReadAllText(file) : File.ReadAllLines(file), enumerateCollection: true);
    }
}
