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
