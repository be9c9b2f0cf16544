namespace IdentityPools.Template;

/// <summary>Where the lines of a text of YAML begin and end: some characters of Unicode end one, too.</summary>
/// <param name="text">The text.</param>
internal readonly struct TextLines(string text)
{
    private static readonly char[] Breaks = ['\n', '\r', '\u0085', '\u2028', '\u2029'];

    /// <summary>Where the line begins that has a place.</summary>
    public int Start(int place) => place == 0 ? 0 : text.LastIndexOfAny(Breaks, place - 1) + 1;

    /// <summary>Where the line ends that has a place, before the characters that end it.</summary>
    public int End(int place) => text.IndexOfAny(Breaks, place) is >= 0 and var end ? end : text.Length;

    /// <summary>Where the next line begins.</summary>
    public int Next(int place)
    {
        var end = End(place);
        return end == text.Length ? end
            : text.AsSpan(end).StartsWith("\r\n") ? end + 2
            : end + 1;
    }
}
