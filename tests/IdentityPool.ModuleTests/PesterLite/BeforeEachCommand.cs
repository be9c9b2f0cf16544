using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs before each test of a block, in the scope of the test.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BeforeEach")]
public sealed class BeforeEachCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.BeforeEach;
}
