using System.Globalization;
using System.Text;

namespace IdentityPools.Values;

/// <summary>
/// Text of others as it may stand on a screen or in a log. A character that steers a terminal, begins a line, turns the direction of writing or cannot be
/// seen is shown by its number; so is the first one of what a build server would take for a command, <c>::</c> at the beginning of a word and <c>##</c> anywhere.
/// </summary>
internal static class ShownText
{
    /// <summary>How sentences are filled in: each value shown safely, in no culture.</summary>
    public static readonly IFormatProvider Format = new ShownFormat();

    /// <summary>Whether the text has no such character.</summary>
    public static bool IsPlain(string text) => ReferenceEquals(Escape(text), text);

    /// <summary>The text with each such character as <c>&lt;U+001B&gt;</c>; the same text where it has none.</summary>
    public static string Escape(string text)
    {
        StringBuilder? shown = null;
        var kept = 0;
        for (var at = 0; at < text.Length; )
        {
            var isRune = Rune.TryGetRuneAt(text, at, out var rune);
            var length = isRune ? rune.Utf16SequenceLength : 1;
            if (!isRune || IsHidden(rune) || IsCommand(text, at))
            {
                shown ??= new();
                shown.Append(text, kept, at - kept).Append(CultureInfo.InvariantCulture, $"<U+{(isRune ? rune.Value : text[at]):X4}>");
                kept = at + length;
            }

            at += length;
        }

        return shown?.Append(text, kept, text.Length - kept).ToString() ?? text;
    }

    /// <summary>
    /// An exception to stand behind one of ours; null when it, or one behind it, says something that a view of errors would write to the screen as it is.
    /// Line breaks are such, too: the words of AWS and of parsers repeat what they were given.
    /// </summary>
    public static Exception? Behind(Exception? cause)
    {
        for (var exception = cause; exception is not null; exception = exception.InnerException)
        {
            if (!IsPlain(exception.Message))
            {
                return null;
            }
        }

        return cause;
    }

    /// <summary>A line of parts of others, in places where no sentence says it.</summary>
    public static string Line(FormattableString line) => line.ToString(Format);

    /// <summary>Text of a file with each such character, line ends aside, as JSON and YAML escape it between double quotes. It has to stand there.</summary>
    public static string Escaped(string text)
    {
        StringBuilder? escaped = null;
        for (var at = 0; at < text.Length; at++)
        {
            if ((text[at] != '\n' && Rune.TryCreate(text[at], out var rune) && IsHidden(rune)) || (text[at] == '#' && IsCommand(text, at)))
            {
                escaped ??= new(text, 0, at, text.Length + 16);
                escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)text[at]:X4}");
            }
            else
            {
                escaped?.Append(text[at]);
            }
        }

        return escaped?.ToString() ?? text;
    }

    // GitHub reads a line from its first character that is not a space, and a table may break a line at any; Azure Pipelines looks into the middle of a line, too.
    private static bool IsCommand(string text, int at) =>
        at + 1 < text.Length && text[at] == text[at + 1] && (text[at] == '#' || (text[at] == ':' && (at == 0 || char.IsWhiteSpace(text[at - 1]))));

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
        // U+FFFE, U+FFFF and their like in the other planes are no characters.
        || (rune.Value & 0xFFFE) == 0xFFFE;

    private sealed class ShownFormat : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : null;

        /// <summary>A value; as <c>{0:pool|pools}</c> a number with what it counts.</summary>
        public string Format(string? format, object? arg, IFormatProvider? formatProvider) =>
            format?.Split('|') is [var one, var several]
                ? $"{Format(null, arg, formatProvider)} {(arg is 1 ? one : several)}"
                : Escape((arg is IFormattable formattable ? formattable.ToString(format, CultureInfo.InvariantCulture) : arg?.ToString()) ?? "");
    }
}
