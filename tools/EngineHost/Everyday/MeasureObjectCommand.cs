using System.Globalization;
using System.Management.Automation;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>How many, how much, the least and the most.</summary>
[Cmdlet(VerbsDiagnostic.Measure, "Object")]
public sealed class MeasureObjectCommand : CollectingCommand
{
    /// <summary>The property; without it the objects themselves.</summary>
    [Parameter(Position = 0)]
    public string? Property { get; set; }

    /// <summary>Adds up.</summary>
    [Parameter]
    public SwitchParameter Sum { get; set; }

    /// <summary>Finds the most.</summary>
    [Parameter]
    public SwitchParameter Maximum { get; set; }

    /// <summary>Finds the least.</summary>
    [Parameter]
    public SwitchParameter Minimum { get; set; }

    /// <summary>Divides what is added up.</summary>
    [Parameter]
    public SwitchParameter Average { get; set; }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        var values = (Property is null ? Input.Select(item => item.BaseObject) : Input.Select(item => PropertyOf(item, Property))).OfType<object>().ToList();
        var result = new PSObject();
        Add(result, "Count", values.Count);
        Add(result, "Average", Average && values.Count > 0 ? values.Average(Number) : null);
        Add(result, "Sum", Sum ? values.Sum(Number) : null);
        Add(result, "Maximum", Maximum ? values.Aggregate((object?)null, (most, value) => most is null || Compare(value, most) > 0 ? value : most) : null);
        Add(result, "Minimum", Minimum ? values.Aggregate((object?)null, (least, value) => least is null || Compare(value, least) < 0 ? value : least) : null);
        Add(result, "Property", Property);
        WriteObject(result);
    }

    private static void Add(PSObject result, string name, object? value) => result.Properties.Add(new PSNoteProperty(name, value));

    private static double Number(object value) => LanguagePrimitives.ConvertTo<double>(value);

    private static int Compare(object left, object right) => LanguagePrimitives.Compare(left, right, ignoreCase: true, CultureInfo.InvariantCulture);
}
