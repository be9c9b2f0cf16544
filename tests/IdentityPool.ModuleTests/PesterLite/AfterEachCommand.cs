using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>Runs after each test of a block, in the scope of the test.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AfterEach")]
public sealed class AfterEachCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.AfterEach;
}
