using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Copies items, such as files and directories.</summary>
[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = ByPath)]
public sealed class CopyItemCommand : ItemCommand
{
    /// <summary>Where to.</summary>
    [Parameter(Mandatory = true, Position = 1)]
    public string Destination { get; set; } = null!;

    /// <summary>With everything in them.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Over what is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process(string path) =>
        _ = InvokeProvider.Item.Copy([path], Destination, Recurse, CopyContainers.CopyTargetContainer, Force, IsLiteral);
}
