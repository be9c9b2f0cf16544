using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Items, such as files and directories.</summary>
[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = ByPath)]
public sealed class GetItemCommand : ItemCommand
{
    private protected override void Process(string path) => WriteObject(InvokeProvider.Item.Get([path], force: false, IsLiteral), enumerateCollection: true);
}
