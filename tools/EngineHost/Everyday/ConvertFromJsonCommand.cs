using System.Management.Automation;
using System.Text.Json;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>JSON as objects.</summary>
[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : PSCmdlet
{
    private readonly List<string> lines = [];

    /// <summary>The text.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = null!;

    /// <summary>Hashtables, which tell keys apart by case, in place of objects.</summary>
    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    /// <summary>How deep it may be.</summary>
    [Parameter]
    [ValidateRange(ValidateRangeKind.Positive)]
    public int Depth { get; set; } = 1024;

    /// <inheritdoc/>
    protected override void ProcessRecord() => lines.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        using var document = JsonDocument.Parse(string.Join('\n', lines), new() { MaxDepth = Depth });
        WriteObject(ToObject(document.RootElement), enumerateCollection: true);
    }

    private object? ToObject(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => AsHashtable ? ToHashtable(element) : ToCustomObject(element),
            JsonValueKind.Array => element.EnumerateArray().Select(ToObject).ToArray(),
            JsonValueKind.Number => element.TryGetInt64(out var whole) ? whole : element.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => element.GetBoolean(),
            JsonValueKind.Null => null,
            _ => ToTextOrTime(element),
        };

    private PSObject ToCustomObject(JsonElement element)
    {
        var result = new PSObject();
        foreach (var property in element.EnumerateObject())
        {
            result.Properties.Add(new PSNoteProperty(property.Name, ToObject(property.Value)));
        }

        return result;
    }

    private OrderedHashtable ToHashtable(JsonElement element)
    {
        var result = new OrderedHashtable();
        foreach (var property in element.EnumerateObject())
        {
            result[property.Name] = ToObject(property.Value);
        }

        return result;
    }

    // A date with a time is a time to PowerShell; a date alone is text.
    private static object ToTextOrTime(JsonElement element)
    {
        var text = element.GetString()!;
        return text is { Length: > 18 } && text[10] == 'T' && element.TryGetDateTime(out var time) ? time : text;
    }
}
