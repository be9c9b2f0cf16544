using System.Management.Automation;

namespace IdentityPools.ModuleTests.PesterLite;

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
