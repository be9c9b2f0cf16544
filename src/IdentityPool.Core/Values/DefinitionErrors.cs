using System.Globalization;
using IdentityPools.Validation;

namespace IdentityPools.Values;

/// <summary>Makes faults: the error id is the name of the sentence that explains it.</summary>
internal static class Fault
{
    public static DefinitionException Of(string errorId, object? target, params object?[] arguments) => Named(errorId, errorId, target, arguments);

    /// <summary>The same sentence for several ids, as the limits of text have it.</summary>
    public static DefinitionException Named(string errorId, string sentence, object? target, params object?[] arguments) =>
        new(errorId, Sentence(sentence, [.. arguments.Select(LongText.Cut)]), target);

    /// <summary>A sentence of the resources. What it is filled in with is shown safely here, so that no caller can forget it.</summary>
    public static string Sentence(string name, params object?[] arguments) =>
        string.Format(ShownText.Format, Messages.ResourceManager.GetString(name, CultureInfo.InvariantCulture)!, arguments);
}

/// <summary>Texts of others on their way into a message: as long as a person may read them.</summary>
internal static class LongText
{
    private const int Longest = 2000;

    public static bool IsLong(string text) => text.Length > Longest;

    /// <summary>A value as it is, or the beginning of its text.</summary>
    public static object? Cut(object? value) => value?.ToString() is { } text && IsLong(text) ? Cut(text) : value;

    public static string Cut(string text)
    {
        if (!IsLong(text))
        {
            return text;
        }

        // Not in the middle of a character.
        var end = char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest;
        return $"{text[..end]}... ({text.Length})";
    }
}
