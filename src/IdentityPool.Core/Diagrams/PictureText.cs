using System.Globalization;
using System.Text;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>Text in pictures: one line, only characters that can be shown, none that turn the direction of what stands around.</summary>
internal static class PictureText
{
    private const string Ellipsis = "\u2026";

    /// <summary>The text cut to a number of characters as people count them.</summary>
    public static string Clip(string text, int length) => Fit(text, _ => 1, length);

    /// <summary>The text cut where it would be too wide.</summary>
    /// <param name="text">The text.</param>
    /// <param name="width">The room, in pixels.</param>
    /// <param name="size">The size of the letters, in pixels.</param>
    public static string Fit(string text, double width, double size) => Fit(text, element => Width(element) * size, width);

    /// <summary>The text on as many lines as it needs, but no more than there may be; the last one is cut.</summary>
    public static IReadOnlyList<string> Wrap(string text, double width, double size, int lines)
    {
        var result = new List<string>();
        var rest = text;
        while (result.Count < lines - 1 && Width(rest) * size > width)
        {
            var end = BreakOf(rest, width, size);
            result.Add(rest[..end].TrimEnd());
            rest = rest[end..].TrimStart();
        }

        result.Add(Fit(rest, width, size));
        return result;
    }

    /// <summary>How wide text is at most, in times its size; fonts differ, so it is taken rather wide.</summary>
    public static double Width(string text) => text.EnumerateRunes().Sum(Width);

    private static double Width(Rune rune) =>
        rune.Value switch
        {
            'i' or 'j' or 'l' or '\'' or '|' or '!' or '.' or ',' or ':' or ';' => 0.33,
            'f' or 't' or 'r' or 'I' or ' ' or '/' or '\\' or '(' or ')' or '[' or ']' or '-' or '"' or '*' or '{' or '}' => 0.43,
            'm' or 'w' or 'M' or 'W' or '@' or '%' or '\u2026' => 1.0,
            >= 'A' and <= 'Z' => 0.74,
            < 0x250 => 0.62,
            _ => 1.1,
        };

    private static int BreakOf(string text, double width, double size)
    {
        var used = 0.0;
        var end = 0;
        var space = 0;
        foreach (var element in Elements(text))
        {
            used += Width(element) * size;
            if (used > width && end > 0)
            {
                break;
            }

            end += element.Length;
            if (element is " " or "," or "/" or "-" or ":" or "." or "@" or "_")
            {
                space = end;
            }
        }

        // A word that fills most of the line is broken; otherwise the line ends before it.
        return space > end / 2 ? space : end;
    }

    private static string Fit(string text, Func<string, double> measure, double room)
    {
        if (Elements(text).Sum(measure) <= room)
        {
            return text;
        }

        room -= measure(Ellipsis);
        var end = 0;
        foreach (var element in Elements(text))
        {
            room -= measure(element);
            if (room < 0)
            {
                break;
            }

            end += element.Length;
        }

        return text[..end].TrimEnd() + Ellipsis;
    }

    private static IEnumerable<string> Elements(string text)
    {
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            yield return elements.GetTextElement();
        }
    }
}

/// <summary>How many findings there are, in words.</summary>
internal static class FindingCount
{
    /// <summary>The number of each severity, the worst first; empty when nothing counts.</summary>
    public static string Describe(IEnumerable<IdentityPoolFinding> findings) =>
        string.Join(
            ", ",
            findings
                .Where(finding => finding.Suppression is null)
                .GroupBy(finding => finding.Severity)
                .OrderByDescending(group => group.Key)
                .Select(group => Counted(group.Key, group.Count()))
        );

    private static string Counted(FindingSeverity severity, int count) =>
        MessageText.Format(
            severity switch
            {
                FindingSeverity.Error => nameof(Messages.PictureErrors),
                FindingSeverity.Warning => nameof(Messages.PictureWarnings),
                _ => nameof(Messages.PictureRemarks),
            },
            count
        );
}
