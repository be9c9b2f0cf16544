using System.Globalization;
using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Input in order, without regard to case; equal ones stay in the order in which they came.</summary>
[Cmdlet("Sort", "Object")]
public sealed class SortObjectCommand : CollectingCommand
{
    private static readonly Comparer<object?> Order = Comparer<object?>.Create(
        (left, right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.InvariantCulture)
    );

    /// <summary>Properties or script blocks to sort by; without them the objects themselves.</summary>
    [Parameter(Position = 0)]
    public object[] Property { get; set; } = [];

    /// <summary>The greatest first.</summary>
    [Parameter]
    public SwitchParameter Descending { get; set; }

    /// <summary>Equal ones once.</summary>
    [Parameter]
    public SwitchParameter Unique { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        IReadOnlyList<Func<PSObject, object?>> keys = Property.Length == 0 ? [item => item.BaseObject] : [.. Property.Select(Key)];
        var sorted = keys.Skip(1).Aggregate(By(keys[0]), (order, key) => Descending ? order.ThenByDescending(key, Order) : order.ThenBy(key, Order));
        WriteObject(Unique ? sorted.DistinctBy(item => string.Join('\0', keys.Select(key => key(item))), StringComparer.OrdinalIgnoreCase) : sorted, true);
    }

    private IOrderedEnumerable<PSObject> By(Func<PSObject, object?> key) => Descending ? Input.OrderByDescending(key, Order) : Input.OrderBy(key, Order);

    private static Func<PSObject, object?> Key(object property) => item => PropertyValue.Of(item, property);
}
