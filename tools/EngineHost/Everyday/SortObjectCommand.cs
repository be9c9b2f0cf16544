using System.Globalization;
using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Input in order, without regard to case.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : CollectingCommand
{
    /// <summary>The property to sort by; without it the objects themselves.</summary>
    [Parameter(Position = 0)]
    public string? Property { get; set; }

    /// <summary>Equal ones once.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var sorted = Input.OrderBy(
            Key,
            Comparer<object?>.Create((left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.InvariantCulture))
        );
        WriteObject(Unique ? sorted.DistinctBy(item => Key(item)?.ToString(), StringComparer.OrdinalIgnoreCase) : sorted, enumerateCollection: true);
    }

    private object? Key(PSObject item) => Property is null ? item.BaseObject : PropertyOf(item, Property);
}
