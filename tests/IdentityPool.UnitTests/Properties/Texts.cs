using FsCheck;
using FsCheck.Fluent;

namespace IdentityPools.UnitTests.Properties;

/// <summary>Text that breaks careless writers: what YAML, JSON and CloudFormation could take for something else, and all of Unicode's planes.</summary>
internal static class Texts
{
    private static readonly string[] Pieces =
    [
        "a",
        "Z",
        "0",
        "yes",
        "No",
        "null",
        "~",
        "true",
        "0123",
        "1e3",
        "0x1F",
        "2012-10-17",
        "-",
        "- ",
        ": ",
        ":",
        " #",
        "#",
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        "*",
        "&",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        ",",
        "?",
        "=",
        "<<",
        "${",
        "${x}",
        "$",
        " ",
        "  ",
        "é",
        "ß",
        "漢",
        "😀",
        "\u2028",
        "\u00A0",
        "\uFEFF",
        "\u0085",
        "\t",
        "\u202E",
        "\u2066",
        "\u200B",
        "\u00AD",
        "\U000E0041",
        "::stop-commands::t",
        "##vso[",
    ];

    /// <summary>Any text of so many characters, as AWS counts them.</summary>
    public static Gen<string> Any(int minimum, int maximum) => Of(Pieces, minimum, maximum);

    /// <summary>Any text, with line breaks and controls.</summary>
    public static Gen<string> Wild { get; } = Of([.. Pieces, "\n", "\r\n", "\n\n", " \n", "\u0001", "\u007F"], 0, 60);

    public static Gen<string> Of(string[] pieces, int minimum, int maximum) =>
        from length in Gen.Choose(minimum, maximum)
        from parts in Gen.ArrayOf(Gen.Elements(pieces), length)
        select Cut(string.Concat(parts), minimum, maximum);

    private static string Cut(string text, int minimum, int maximum)
    {
        var runes = text.EnumerateRunes().Take(maximum).Select(rune => rune.ToString()).ToList();
        return string.Concat(runes) + new string('x', Math.Max(0, minimum - runes.Count));
    }
}
