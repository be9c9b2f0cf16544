using System.Globalization;

namespace IdentityPools.Values;

/// <summary>The sentences of the resources.</summary>
internal static class MessageText
{
    /// <summary>A sentence with its values, which are escaped here, so that no caller can forget it.</summary>
    public static string Format(string name, params object?[] arguments) =>
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
