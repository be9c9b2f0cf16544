using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>A number by chance.</summary>
[Cmdlet(VerbsCommon.Get, "Random")]
public sealed class GetRandomCommand : PSCmdlet
{
    /// <summary>The least.</summary>
    [Parameter]
    public int Minimum { get; set; }

    /// <summary>What it stays below.</summary>
    [Parameter(Position = 0)]
    public int Maximum { get; set; } = int.MaxValue;

    /// <inheritdoc/>
    protected override void ProcessRecord() => WriteObject(Random.Shared.Next(Minimum, Maximum));
}
