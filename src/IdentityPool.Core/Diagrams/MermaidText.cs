using System.Globalization;
using System.Text;

namespace IdentityPools.Diagrams;

/// <summary>Text inside of the quotes of a Mermaid label.</summary>
internal static class MermaidText
{
    private const int Length = 100;

    /// <summary>The lines as a label in quotes.</summary>
    public static string Quoted(params IEnumerable<string> lines) =>
        $"\"{string.Join("<br/>", lines.Where(line => line.Length > 0).Select(line => Escape(PictureText.Clip(line, Length))))}\"";

    /// <summary>
    /// The text with everything written as a code that could mean something to Mermaid, to Markdown or to HTML. Mermaid looks for some words of its own with
    /// expressions that span a whole line, quotes or not; one letter of each is written as a code too.
    /// </summary>
    private static string Escape(string text)
    {
        var result = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            if (
                Rune.IsLetterOrDigit(rune)
                || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                || IsPlain(rune)
            )
            {
                result.Append(rune);
            }
            else
            {
                result.Append(CultureInfo.InvariantCulture, $"{(rune.Value == '"' ? "#quot" : $"#{rune.Value}")};");
            }
        }

        return result.Replace("style", "#115;tyle").Replace("classDef", "#99;lassDef").ToString();
    }

    private static bool IsPlain(Rune rune) =>
        rune.Value is ' ' or '.' or ',' or ':' or '/' or '@' or '-' or '=' or '+' or '\'' or '(' or ')' or '\u2026' or '\u2192';
}
