using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using IdentityPools.Ports;
using IdentityPools.Template;

namespace IdentityPools.Values;

/// <summary>Templates as JSON.</summary>
internal sealed class JsonTemplateText : ITemplateText
{
    // Templates are read by people: what JSON allows to stand as it is stands as it is.
    private static readonly JsonWriterOptions Indented = new()
    {
        Indented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };
    private static readonly JsonWriterOptions OneLine = Indented with { Indented = false };

    public TemplateNode Read(string text, Action? proceed = null)
    {
        // Large arrays make the collector go through everything that lives, so that this one is used again.
        var rented = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(text));
        var bytes = rented.AsSpan(0, Encoding.UTF8.GetBytes(text, rented));
        var reader = new Utf8JsonReader(bytes, new() { MaxDepth = TemplateText.MaximumDepth });
        try
        {
            reader.Read();
            var node = ReadNode(ref reader, proceed);
            reader.Read();
            return node;
        }
        catch (JsonException exception) when (exception.Message.Contains("maximum configured depth", StringComparison.OrdinalIgnoreCase))
        {
            throw new TemplateTextException(
                TemplateTextErrorKind.TooDeep,
                Values.MessageText.Format(nameof(Messages.TemplateTooDeep), TemplateText.MaximumDepth),
                exception
            );
        }
        catch (JsonException exception)
        {
            // The parser repeats the place at the end of its sentence.
            throw Malformed(exception.LineNumber + 1, exception.BytePositionInLine + 1, exception.Message.Split(" LineNumber:")[0], exception);
        }
        catch (InvalidOperationException exception)
        {
            // Half of a surrogate pair, which the parser finds only when the text is taken.
            var before = bytes[..(int)reader.TokenStartIndex];
            throw Malformed(before.Count((byte)'\n') + 1, before.Length - before.LastIndexOf((byte)'\n'), exception.Message, exception);
        }
        finally
        {
            // A template may hold a secret.
            ArrayPool<byte>.Shared.Return(rented, clearArray: true);
        }
    }

    public ReadOnlyMemory<byte> Write(TemplateNode root)
    {
        var buffer = new ArrayBufferWriter<byte>(256 * 1024);
        WriteTo(buffer, root, Indented);
        buffer.Write("\n"u8);
        // The writer of .NET 8 ends lines as the system does. Line ends inside of values are escaped, so this reaches the layout only.
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan);
        var shown = ShownText.Escaped(Environment.NewLine == "\n" ? text : text.ReplaceLineEndings("\n"));
        return ReferenceEquals(shown, text) ? buffer.WrittenMemory : Encoding.UTF8.GetBytes(shown);
    }

    /// <summary>JSON is always laid out in the same way; what is put into a text that is not is set in by whoever puts it there.</summary>
    public ReadOnlyMemory<byte> Write(TemplateNode root, TextLayout layout) => Write(root);

    public TextPart Locate(string text) => JsonPlaces.Find(text);

    /// <summary>The node on one line.</summary>
    public static string Compact(TemplateNode node)
    {
        var buffer = new ArrayBufferWriter<byte>();
        WriteTo(buffer, node, OneLine);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static TemplateTextException Malformed(long? line, long? column, string reason, Exception inner) =>
        new(TemplateTextErrorKind.Malformed, Values.MessageText.Format(nameof(Messages.TemplateMalformed), "JSON", line, column, reason), inner);

    private static void WriteTo(ArrayBufferWriter<byte> buffer, TemplateNode node, JsonWriterOptions options)
    {
        using var writer = new Utf8JsonWriter(buffer, options);
        WriteNode(writer, node);
    }

    private static void WriteNode(Utf8JsonWriter writer, TemplateNode node)
    {
        switch (node)
        {
            case TemplateScalar { Kind: TemplateScalarKind.Text } scalar:
                writer.WriteStringValue(scalar.Text);
                break;
            case TemplateScalar scalar:
                writer.WriteRawValue(scalar.Text, skipInputValidation: true);
                break;
            case TemplateSequence sequence:
                writer.WriteStartArray();
                foreach (var item in sequence.Items)
                {
                    WriteNode(writer, item);
                }

                writer.WriteEndArray();
                break;
            case TemplateMapping mapping:
                writer.WriteStartObject();
                foreach (var (key, value) in mapping)
                {
                    writer.WritePropertyName(key);
                    WriteNode(writer, value);
                }

                writer.WriteEndObject();
                break;
        }
    }

    private static TemplateNode ReadNode(ref Utf8JsonReader reader, Action? proceed)
    {
        proceed?.Invoke();
        switch (reader.TokenType)
        {
            case JsonTokenType.StartObject:
                return ReadMapping(ref reader, proceed);
            case JsonTokenType.StartArray:
                var items = new List<TemplateNode>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                {
                    items.Add(ReadNode(ref reader, proceed));
                }

                return new TemplateSequence(items);
            case JsonTokenType.Number:
                return new TemplateScalar(TemplateScalarKind.Number, Encoding.UTF8.GetString(reader.ValueSpan));
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.Null:
                return TemplateScalar.Null;
            default:
                return reader.GetString()!;
        }
    }

    private static TemplateMapping ReadMapping(ref Utf8JsonReader reader, Action? proceed)
    {
        var mapping = new TemplateMapping();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var key = reader.GetString()!;
            if (mapping[key] is not null)
            {
                throw new TemplateTextException(TemplateTextErrorKind.DuplicateKey, Values.MessageText.Format(nameof(Messages.TemplateDuplicateKey), key));
            }

            reader.Read();
            mapping.Add(key, ReadNode(ref reader, proceed));
        }

        return mapping;
    }
}
