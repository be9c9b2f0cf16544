using System.Buffers;
using System.Globalization;
using System.Text;

namespace IdentityPools.Values;

/// <summary>
/// Finds a text in one that may have it escaped, in whole or in part: as JSON (<c>\u002B</c>, <c>\/</c>) or as in an address (<c>%2B</c>), also what is escaped
/// already, or as XML (<c>&amp;#x2B;</c>). Who escapes chooses the characters and the case of the digits.
/// </summary>
internal static class EscapedText
{
    private static readonly SearchValues<char> Starts = SearchValues.Create("\\%&+");

    /// <summary>The longest named reference of XML, and the numbers up to those of the last character.</summary>
    private const int LongestReference = 10;

    /// <summary>Where the value that begins at a place of the text ends; null when it does not stand there.</summary>
    public static int? EndOf(string value, string text, int at)
    {
        if (text[at] != value[0] && !Starts.Contains(text[at]))
        {
            return null;
        }

        // A backslash of the text may be one of the value or begin an escape, so several ends are possible until the next characters decide.
        List<int> ends = [at];
        for (var index = 0; index < value.Length && ends.Count > 0; )
        {
            Rune.DecodeFromUtf16(value.AsSpan(index), out var rune, out var length);
            var next = new List<int>(1);
            foreach (var end in ends)
            {
                AddEnds(value.AsSpan(index, length), rune, text, end, next);
            }

            ends = next;
            index += length;
        }

        return ends.Count > 0 ? ends.Max() : null;
    }

    private static void AddEnds(ReadOnlySpan<char> units, Rune rune, string text, int at, List<int> ends)
    {
        var rest = text.AsSpan(at);
        Add(rest.StartsWith(units, StringComparison.Ordinal) ? units.Length : 0);
        if (rest is not [] && Starts.Contains(rest[0]))
        {
            Add(rest[0] == '+' && rune.Value == ' ' ? 1 : 0);
            Add(JsonLength(units, rest));
            Add(XmlLength(rune, rest));
            if (rune.Value is '\\' or '%')
            {
                AddMarks(rest);
            }
            else
            {
                Add(AddressLength(rune, rest));
            }
        }

        // The marks of escapes themselves: how often they were escaped cannot be seen, as what follows may be of the value.
        void AddMarks(ReadOnlySpan<char> rest)
        {
            var (mark, again) = rune.Value == '%' ? ('%', "25") : ('\\', "\\");
            Add(AddressLength(rune, rest));
            for (var length = 1; rest[0] == mark && rest[length..].StartsWith(again, StringComparison.Ordinal); )
            {
                length += again.Length;
                Add(length);
            }
        }

        void Add(int length)
        {
            if (length > 0 && !ends.Contains(at + length))
            {
                ends.Add(at + length);
            }
        }
    }

    /// <summary>How long the units are as JSON escapes them; 0 when they do not stand there.</summary>
    private static int JsonLength(ReadOnlySpan<char> units, ReadOnlySpan<char> rest)
    {
        var length = 0;
        foreach (var unit in units)
        {
            var escape = rest[length..];
            // What is escaped again has its backslash doubled.
            var backslashes = escape.Length - escape.TrimStart('\\').Length;
            var behind = escape[backslashes..];
            if (backslashes == 0)
            {
                return 0;
            }

            if (behind is ['u', ..] && IsHex(behind[1..], 4, unit))
            {
                length += backslashes + 5;
            }
            else if (behind is [var sign, ..] && Unescaped(sign) == unit)
            {
                length += backslashes + 1;
            }
            else
            {
                return 0;
            }
        }

        return length;
    }

    private static char Unescaped(char sign) =>
        sign switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'b' => '\b',
            'f' => '\f',
            '"' or '/' or '\'' => sign,
            _ => '\0',
        };

    /// <summary>How long the character is as addresses escape its bytes; 0 when it does not stand there.</summary>
    private static int AddressLength(Rune rune, ReadOnlySpan<char> rest)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = 0;
        foreach (var one in bytes[..rune.EncodeToUtf8(bytes)])
        {
            if (rest[length..] is not ['%', ..])
            {
                return 0;
            }

            length++;
            // What is escaped again has its percent sign as 25.
            while (rest[length..].StartsWith("25", StringComparison.Ordinal))
            {
                length += 2;
            }

            if (!IsHex(rest[length..], 2, one))
            {
                return 0;
            }

            length += 2;
        }

        return length;
    }

    /// <summary>How long the character is as a reference of XML; 0 when it does not stand there.</summary>
    private static int XmlLength(Rune rune, ReadOnlySpan<char> rest)
    {
        var end = rest[..Math.Min(rest.Length, LongestReference)].IndexOf(';');
        if (rest is not ['&', ..] || end < 0)
        {
            return 0;
        }

        var name = rest[1..end];
        var number = name switch
        {
            ['#', 'x' or 'X', .. var digits] when int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var hex) => hex,
            ['#', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var plain) => plain,
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "apos" => '\'',
            _ => -1,
        };
        return number == rune.Value ? end + 1 : 0;
    }

    private static bool IsHex(ReadOnlySpan<char> text, int digits, int value) =>
        text.Length >= digits && int.TryParse(text[..digits], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number == value;
}
