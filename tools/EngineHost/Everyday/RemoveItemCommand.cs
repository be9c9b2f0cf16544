using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Deletes items, such as files and directories.</summary>
[Cmdlet(VerbsCommon.Remove, "Item", DefaultParameterSetName = ByPath)]
public sealed class RemoveItemCommand : ItemCommand
{
    /// <summary>With everything in them.</summary>
    [Parameter]
    public SwitchParameter Recurse { get; set; }

    /// <summary>Also what is read-only.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    private protected override void Process(string path) => InvokeProvider.Item.Remove([path], Recurse, Force, IsLiteral);
}
