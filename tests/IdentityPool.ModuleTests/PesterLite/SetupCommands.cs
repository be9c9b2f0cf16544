using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

/// <summary>A command that says what runs around tests.</summary>
public abstract class SetupCommand : PSCmdlet
{
    /// <summary>What runs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock Body { get; set; } = null!;

    /// <inheritdoc/>
    protected sealed override void ProcessRecord() => List(TestSession.Of(this).Current!).Add(Body);

    private protected abstract List<ScriptBlock> List(TestBlock block);
}

/// <summary>Runs once before the tests of a block, in the scope of the block.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BeforeAll")]
public sealed class BeforeAllCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.BeforeAll;
}

/// <summary>Runs once after the tests of a block.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AfterAll")]
public sealed class AfterAllCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.AfterAll;
}

/// <summary>Runs before each test of a block, in the scope of the test.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BeforeEach")]
public sealed class BeforeEachCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.BeforeEach;
}

/// <summary>Runs after each test of a block, in the scope of the test.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "AfterEach")]
public sealed class AfterEachCommand : SetupCommand
{
    private protected override List<ScriptBlock> List(TestBlock block) => block.AfterEach;
}

/// <summary>Runs while tests are looked for; what it assigns can be used by -ForEach.</summary>
[Cmdlet(VerbsLifecycle.Invoke, "BeforeDiscovery")]
public sealed class BeforeDiscoveryCommand : PSCmdlet
{
    /// <summary>What runs.</summary>
    [Parameter(Mandatory = true, Position = 0)]
    public ScriptBlock Body { get; set; } = null!;

    /// <inheritdoc/>
    protected override void ProcessRecord() => SessionState.Dot(Body);
}
