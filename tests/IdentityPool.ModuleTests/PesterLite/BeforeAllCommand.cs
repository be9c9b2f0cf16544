using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs once before the tests of a block, in the scope of the block.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BeforeAll")]
public sealed class BeforeAllCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.BeforeAll;
}
