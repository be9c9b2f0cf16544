using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Whether something exists.</summary>
[Cmdlet(VerbsDiagnostic.Test, "Path", DefaultParameterSetName = ByPath)]
public sealed class TestPathCommand : ItemCommand
{
    private protected override void Process(string path) => WriteObject(InvokeProvider.Item.Exists(path, force: false, IsLiteral));
}
