using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Makes a file or a directory.</summary>
[Cmdlet(VerbsCommon.New, "Item")]
public sealed class NewItemCommand : PSCmdlet
{
    /// <summary>Where.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public string[] Path { get; set; } = [];

    /// <summary>File or Directory.</summary>
    [Parameter]
    [ValidateSet("File", "Directory")]
    public string ItemType { get; set; } = "File";

    /// <summary>What the file holds.</summary>
    [Parameter]
    public string? Value { get; set; }

    /// <summary>Over a file that is there, with the directories that are not.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(InvokeProvider.Item.New(Path, name: null, ItemType, Value, Force), enumerateCollection: true);
}
