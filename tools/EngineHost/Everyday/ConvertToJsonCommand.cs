using System.Collections;
using System.Management.Automation;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace IdentityPools.EngineHost.Everyday;

/// <summary>Objects as JSON.</summary>
[Cmdlet(VerbsData.ConvertTo, "Json")]
public sealed class ConvertToJsonCommand : PSCmdlet
{
    private readonly List<object?> input = [];
    private bool isCut;

    /// <summary>The objects; several become an array.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    /// <summary>How deep to go; what is deeper becomes text, with a warning.</summary>
    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    /// <summary>On one line.</summary>
    [Parameter]
    public SwitchParameter Compress { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord() => input.Add(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        using var stream = new MemoryStream();
        using (
            var writer = new Utf8JsonWriter(
                stream,
                new()
                {
                    Indented = !Compress,
                    Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
                    MaxDepth = 200,
                }
            )
        )
        {
            Write(writer, input.Count == 1 ? input[0] : input.ToArray(), level: 0);
        }

        if (isCut)
        {
            WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
        }

        WriteObject(Encoding.UTF8.GetString(stream.ToArray()));
    }

    private void Write(Utf8JsonWriter writer, object? value, int level)
    {
        var plain = value is PSObject { BaseObject: not PSCustomObject } wrapper ? wrapper.BaseObject : value;
        switch (plain)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string or char or Uri or Guid or Version:
                writer.WriteStringValue(plain.ToString());
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case DateTime or DateTimeOffset:
                JsonSerializer.Serialize(writer, plain, plain.GetType());
                break;
            case Enum number:
                writer.WriteNumberValue(Convert.ToInt64(number, System.Globalization.CultureInfo.InvariantCulture));
                break;
            case var number when number.GetType().IsPrimitive || number is decimal:
                JsonSerializer.Serialize(writer, number, number.GetType());
                break;
            case var deep when level > Depth:
                isCut = true;
                writer.WriteStringValue(LanguagePrimitives.ConvertTo<string>(deep));
                break;
            case IDictionary table:
                WriteTable(writer, table.Keys.Cast<object>().Select(key => (key.ToString()!, table[key])), level);
                break;
            case IEnumerable list:
                WriteList(writer, list, level);
                break;
            case var other:
                WriteTable(writer, OwnProperties(other), level);
                break;
        }
    }

    private static IEnumerable<(string Name, object? Value)> OwnProperties(object value)
    {
        const PSMemberTypes Own = PSMemberTypes.Property | PSMemberTypes.NoteProperty;
        return PSObject
            .AsPSObject(value)
            .Properties.Where(property => property.IsGettable && (property.MemberType & Own) != 0)
            .Select(property => (property.Name, (object?)property.Value));
    }

    private void WriteList(Utf8JsonWriter writer, IEnumerable list, int level)
    {
        writer.WriteStartArray();
        foreach (var item in list)
        {
            Write(writer, item, level + 1);
        }

        writer.WriteEndArray();
    }

    private void WriteTable(Utf8JsonWriter writer, IEnumerable<(string Name, object? Value)> properties, int level)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in properties)
        {
            writer.WritePropertyName(name);
            Write(writer, value, level + 1);
        }

        writer.WriteEndObject();
    }
}
