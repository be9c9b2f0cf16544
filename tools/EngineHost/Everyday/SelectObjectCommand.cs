using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Some of the input, or the value of one of its properties.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : CollectingCommand
{
    /// <summary>How many from the start.</summary>
    [Parameter]
    public int First { get; set; } = int.MaxValue;

    /// <summary>The property whose value is wanted.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var item in Input.Take(First))
        {
            WriteObject(ExpandProperty is null ? item : PropertyOf(item, ExpandProperty), enumerateCollection: ExpandProperty is not null);
        }
    }
}
