using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs once after the tests of a block.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AfterAll")]
public sealed class AfterAllCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.AfterAll;
}
