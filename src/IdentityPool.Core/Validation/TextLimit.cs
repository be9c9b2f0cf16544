using System.Globalization;
using System.Text;
using IdentityPools.Values;

namespace IdentityPools.Validation;

/// <summary>What AWS allows a text to be. A function is not looked into: its text is known when the template is deployed.</summary>
/// <param name="ErrorId">The id of the fault.</param>
/// <param name="What">What the text is, as in a sentence.</param>
/// <param name="Minimum">Fewest characters.</param>
/// <param name="Maximum">Most characters.</param>
/// <param name="Allowed">Which characters may stand in it.</param>
/// <param name="Source">Where AWS says so.</param>
internal sealed record TextLimit(string ErrorId, string What, int Minimum, int Maximum, CharacterSet Allowed, string Source)
{
    public TemplateValue Check(TemplateValue value)
    {
        if (value.Literal is { } text)
        {
            Check(text);
        }

        return value;
    }

    public string Check(string text)
    {
        var length = Length(text);
        if (length < Minimum || length > Maximum)
        {
            throw DefinitionErrors.CreateWithSentence(ErrorId, nameof(Messages.TextLength), text, What, Shorten(text), length, Minimum, Maximum, Source);
        }

        WholeText.Check(text, ErrorId);
        foreach (var rune in text.EnumerateRunes())
        {
            if (!Allowed.Contains(rune))
            {
                throw DefinitionErrors.CreateWithSentence(
                    ErrorId,
                    nameof(Messages.TextCharacter),
                    text,
                    What,
                    Shorten(text),
                    Describe(rune),
                    Allowed.Description,
                    Source
                );
            }
        }

        return text;
    }

    /// <summary>AWS counts characters, not the code units of UTF-16.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");

    private static string Describe(Rune rune) => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? $"U+{rune.Value:X4}" : $"'{rune}'";
}

/// <summary>Which characters may stand in a text. Predicates instead of regular expressions: they cost nothing before the first use.</summary>
/// <param name="Description">The set in words.</param>
/// <param name="Contains">Whether a character belongs to it.</param>
internal sealed record CharacterSet(string Description, Func<Rune, bool> Contains)
{
    public static readonly CharacterSet Any = new("any character", static _ => true);

    /// <summary>IAM's patterns for descriptions and documents, <c>[\u0009\u000A\u000D\u0020-\u007E\u00A1-\u00FF]</c>.</summary>
    public static readonly CharacterSet Latin1 = new(
        "printable Latin-1 characters, tabs and line breaks",
        static rune => rune.Value is 0x9 or 0xA or 0xD or (>= 0x20 and <= 0x7E) or (>= 0xA1 and <= 0xFF)
    );

    /// <summary><c>[\u0021-\u007E]</c></summary>
    public static readonly CharacterSet VisibleAscii = new("visible ASCII characters", static rune => rune.Value is >= 0x21 and <= 0x7E);

    /// <summary><c>[\x21\x23-\x5B\x5D-\x7E]</c></summary>
    public static readonly CharacterSet Scope = new(
        "visible ASCII characters but \" and \\",
        static rune => rune.Value is >= 0x21 and <= 0x7E and not '"' and not '\\'
    );

    /// <summary><c>[\p{L}\p{M}\p{S}\p{N}\p{P}]</c></summary>
    public static readonly CharacterSet Visible = new(
        "letters, marks, symbols, digits and punctuation, no spaces",
        static rune =>
            Rune.GetUnicodeCategory(rune) is not (>= UnicodeCategory.SpaceSeparator and <= UnicodeCategory.PrivateUse) and not UnicodeCategory.OtherNotAssigned
    );

    /// <summary><c>[\p{L}\p{M}\p{S}\p{N}\p{P}\p{Z}]</c></summary>
    public static readonly CharacterSet VisibleOrSpace = new(
        "letters, marks, symbols, digits, punctuation and spaces",
        static rune => Visible.Contains(rune) || IsSeparator(rune)
    );

    /// <summary><c>[\p{L}\p{Z}\p{N}_.:/=+\-@]</c></summary>
    public static readonly CharacterSet Tag = new(
        "letters, digits, spaces and _ . : / = + - @",
        static rune =>
            Rune.IsLetter(rune) || Rune.IsNumber(rune) || IsSeparator(rune) || (rune.IsAscii && "_.:/=+-@".Contains((char)rune.Value, StringComparison.Ordinal))
    );

    public static readonly CharacterSet Hexadecimal = new("hexadecimal digits", static rune => rune.IsAscii && char.IsAsciiHexDigit((char)rune.Value));

    /// <summary>ASCII letters and digits, and the given others: <c>\w</c> as AWS reads it is <c>Word("_")</c>.</summary>
    public static CharacterSet Word(string others, string? description = null)
    {
        description ??= "letters, digits and " + string.Join(' ', others.Select(character => character == ' ' ? "space" : character.ToString()));
        return new(
            description,
            rune => rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || others.Contains((char)rune.Value, StringComparison.Ordinal))
        );
    }

    private static bool IsSeparator(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
