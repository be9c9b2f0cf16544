using System.Globalization;
using System.Text;

namespace ServiceClientGenerator;

/// <summary>A value of a JSON text, with the place where it begins.</summary>
internal sealed class JsonValue
{
    public JsonValue(object? content, int position)
    {
        Content = content;
        Position = position;
    }

    /// <summary>Text, number, truth, null, a list of values, or members in the order of the text.</summary>
    public object? Content { get; }

    public int Position { get; }
}

/// <summary>The text is not JSON, or not what it must be, at a place.</summary>
internal sealed class ModelException : Exception
{
    public ModelException(string message, int position)
        : base(message) => Position = position;

    public int Position { get; }
}

/// <summary>
/// Reads JSON. A compiler loads nothing beside a generator that is not handed to it, and the places of values are wanted for messages: both are less work
/// here than with a library.
/// </summary>
internal sealed class JsonText
{
    private readonly string text;
    private int position;

    private JsonText(string text) => this.text = text;

    /// <exception cref="ModelException">It is not JSON.</exception>
    public static JsonValue Parse(string text)
    {
        var reader = new JsonText(text);
        var value = reader.Value();
        reader.Blank();
        return reader.position == text.Length ? value : throw reader.Unexpected("The text goes on after its end");
    }

    private JsonValue Value()
    {
        Blank();
        var start = position;
        return new(
            Next() switch
            {
                '{' => Members(),
                '[' => Items(),
                '"' => String(),
                't' => Word("true", true),
                'f' => Word("false", false),
                'n' => Word("null", null),
                _ => Number(),
            },
            start
        );
    }

    private List<KeyValuePair<string, JsonValue>> Members()
    {
        var members = new List<KeyValuePair<string, JsonValue>>();
        position++;
        while (!Ends('}', members.Count > 0))
        {
            var start = position;
            var name = Next() == '"' ? String() : throw Unexpected("A name in quotes is missing");
            if (members.Exists(member => member.Key == name))
            {
                throw new ModelException($"'{name}' is there already", start);
            }

            Blank();
            Expect(':');
            members.Add(new(name, Value()));
        }

        return members;
    }

    private List<JsonValue> Items()
    {
        var items = new List<JsonValue>();
        position++;
        while (!Ends(']', items.Count > 0))
        {
            items.Add(Value());
        }

        return items;
    }

    private bool Ends(char end, bool needsComma)
    {
        Blank();
        if (Next() == end)
        {
            position++;
            return true;
        }

        if (needsComma)
        {
            Expect(',');
            Blank();
        }

        return false;
    }

    private string String()
    {
        var result = new StringBuilder();
        for (position++; Next() != '"'; position++)
        {
            if (text[position] != '\\')
            {
                result.Append(text[position]);
                continue;
            }

            position++;
            switch (Next())
            {
                case 'u' when position + 4 < text.Length && int.TryParse(text.Substring(position + 1, 4), NumberStyles.HexNumber, null, out var code):
                    result.Append((char)code);
                    position += 4;
                    break;
                case var letter when "\"\\/bfnrt".IndexOf(letter) is >= 0 and var index:
                    result.Append("\"\\/\b\f\n\r\t"[index]);
                    break;
                default:
                    throw Unexpected("No such escape");
            }
        }

        position++;
        return result.ToString();
    }

    private object? Word(string word, object? value)
    {
        if (string.CompareOrdinal(text, position, word, 0, word.Length) != 0)
        {
            throw Unexpected("A value is missing");
        }

        position += word.Length;
        return value;
    }

    private double Number()
    {
        var start = position;
        while (position < text.Length && (char.IsDigit(text[position]) || "+-.eE".IndexOf(text[position]) >= 0))
        {
            position++;
        }

        return double.TryParse(text.Substring(start, position - start), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ModelException("A value is missing", start);
    }

    private void Blank()
    {
        while (position < text.Length && " \t\r\n\uFEFF".IndexOf(text[position]) >= 0)
        {
            position++;
        }
    }

    private void Expect(char letter)
    {
        if (Next() != letter)
        {
            throw Unexpected($"'{letter}' is missing");
        }

        position++;
    }

    private char Next() => position < text.Length ? text[position] : throw Unexpected("The text ends too early");

    private ModelException Unexpected(string message) => new(message, Math.Min(position, text.Length));
}
