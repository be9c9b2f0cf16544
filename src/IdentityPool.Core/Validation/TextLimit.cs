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
            throw Fault.Named(ErrorId, nameof(Messages.TextLength), text, What, Shorten(text), length, Minimum, Maximum, Source);
        }

        foreach (var rune in text.EnumerateRunes())
        {
            // Half of a surrogate pair is no character; it comes out of the enumeration as the replacement character.
            if (!Allowed.Contains(rune) || (rune == Rune.ReplacementChar && !text.Contains('\uFFFD', StringComparison.Ordinal)))
            {
                throw Fault.Named(ErrorId, nameof(Messages.TextCharacter), text, What, Shorten(text), Describe(rune), Allowed.Description, Source);
            }
        }

        return text;
    }

    /// <summary>AWS counts characters, not the code units of UTF-16.</summary>
    public static int Length(string text) => text.Length - text.Count(char.IsLowSurrogate);

    private static string Shorten(string text) => text.Length <= 80 ? text : string.Concat(text.AsSpan(0, 77), "...");

    private static string Describe(Rune rune) => Rune.IsControl(rune) || Rune.IsWhiteSpace(rune) ? $"U+{rune.Value:X4}" : $"'{rune}'";
}
