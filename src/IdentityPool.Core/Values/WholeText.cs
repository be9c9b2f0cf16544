using System.Text;

namespace IdentityPools.Values;

/// <summary>Text of whole characters. A string of .NET can hold half of a surrogate pair, which neither UTF-8 nor any form of a template or request can.</summary>
internal static class WholeText
{
    /// <summary>The text itself.</summary>
    /// <exception cref="Validation.DefinitionException">It contains half of a character.</exception>
    public static string Check(string text, string errorId = nameof(Messages.TextIncomplete)) =>
        HalfOf(text) is { } half ? throw DefinitionErrors.CreateWithSentence(errorId, nameof(Messages.TextIncomplete), text, text, $"U+{(int)half:X4}") : text;

    private static char? HalfOf(string text)
    {
        var rest = text.AsSpan();
        while (rest.IndexOfAnyInRange('\uD800', '\uDFFF') is >= 0 and var at)
        {
            if (!Rune.TryGetRuneAt(text, text.Length - rest.Length + at, out var rune))
            {
                return rest[at];
            }

            rest = rest[(at + rune.Utf16SequenceLength)..];
        }

        return null;
    }
}
