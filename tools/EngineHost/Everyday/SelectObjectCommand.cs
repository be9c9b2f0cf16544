using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Some of the input, some of its properties, or the value of one.</summary>
[Cmdlet(VerbsCommon.Select, "Object")]
public sealed class SelectObjectCommand : PSCmdlet
{
    private readonly Queue<PSObject> last = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private int skipped;
    private int written;

    /// <summary>The input.</summary>
    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Names of properties, with wildcards, or tables of Name and Expression.</summary>
    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    /// <summary>The property whose value is wanted.</summary>
    [Parameter]
    public string? ExpandProperty { get; set; }

    /// <summary>How many from the start.</summary>
    [Parameter]
    [ValidateRange(ValidateRangeKind.NonNegative)]
    public int First { get; set; } = int.MaxValue;

    /// <summary>How many from the end.</summary>
    [Parameter]
    [ValidateRange(ValidateRangeKind.NonNegative)]
    public int Last { get; set; }

    /// <summary>How many to leave out at the start, or at the end when the last are wanted.</summary>
    [Parameter]
    [ValidateRange(ValidateRangeKind.NonNegative)]
    public int Skip { get; set; }

    /// <summary>Equal ones once; case matters.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    private bool WantsLast => MyInvocation.BoundParameters.ContainsKey(nameof(Last));

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        if (WantsLast && MyInvocation.BoundParameters.ContainsKey(nameof(First)))
        {
            throw new PSNotSupportedException("Select-Object of this host takes -First or -Last, not both.");
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (InputObject is null)
        {
            return;
        }

        if (WantsLast)
        {
            last.Enqueue(InputObject);
            if (last.Count > Last + Skip)
            {
                last.Dequeue();
            }

            return;
        }

        if (skipped < Skip)
        {
            skipped++;
            return;
        }

        if (First > 0)
        {
            Select(InputObject);
        }

        if (++written >= First)
        {
            throw EngineInternals.StopUpstream(this);
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        foreach (var item in last.Take(last.Count - Skip))
        {
            Select(item);
        }
    }

    private void Select(PSObject item)
    {
        var selected = Property.Length == 0 ? item : SelectedProperties.Of(item, Property);
        if (Unique && !seen.Add(string.Join('\0', selected.Properties.Select(property => property.Value).Append(selected))))
        {
            return;
        }

        if (ExpandProperty is null)
        {
            WriteObject(selected);
        }
        else if (item.Properties[ExpandProperty] is { } property)
        {
            WriteObject(property.Value, enumerateCollection: true);
        }
        else
        {
            WriteError(
                new(new PSArgumentException($"Property \"{ExpandProperty}\" cannot be found."), "ExpandPropertyNotFound", ErrorCategory.InvalidArgument, item)
            );
        }
    }
}
