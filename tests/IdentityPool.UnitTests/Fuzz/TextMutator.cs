namespace IdentityPools.UnitTests.Fuzz;

/// <summary>Changes the text of a template without regard to its form.</summary>
internal sealed class TextMutator(Random random)
{
    private static readonly string[] Pieces =
    [
        "!If [",
        "!Ref ",
        "!Sub ",
        "!GetAtt ",
        "! ",
        "!!str ",
        "!!binary ",
        "!<x> ",
        "&a ",
        "*a",
        "<<: ",
        "? ",
        ": ",
        "- ",
        "\t",
        "\r",
        "\n",
        "\r\n",
        "{",
        "}",
        "[",
        "]",
        ",",
        "\"",
        "'",
        "|\n",
        ">-\n",
        "#",
        "%",
        "---\n",
        "...\n",
        "\\u0000",
        "\\uD800",
        "\\x",
        "\u0000",
        "\u2028",
        "\uFEFF",
        "\uD800",
        "null",
        "~",
        "0x1F",
        "1e999",
        "Effect: Deny",
        "\"Effect\": \"Deny\",",
        "Effect: !Ref E",
        "Condition: Live",
        "Deny",
        "Allow",
        "yes",
        "${",
        "}",
    ];

    public string Mutate(string text)
    {
        var result = text;
        for (var times = random.Next(1, 6); times > 0; times--)
        {
            result = Once(result);
        }

        return result;
    }

    private string Once(string text)
    {
        var at = random.Next(text.Length + 1);
        var length = Math.Min(random.Next(1, 40), text.Length - at);
        return random.Next(7) switch
        {
            0 => text.Remove(at, length),
            1 => text.Insert(at, text.Substring(at, length)),
            2 => text[..at],
            3 => text.Insert(random.Next(text.Length + 1), text.Substring(at, length)),
            4 => Lines(text),
            5 => text.Insert(at, Pieces[random.Next(Pieces.Length)]),
            _ => string.Concat(text.AsSpan(0, at), Pieces[random.Next(Pieces.Length)], text.AsSpan(at + length)),
        };
    }

    private string Lines(string text)
    {
        var lines = text.Split('\n');
        var (one, other) = (random.Next(lines.Length), random.Next(lines.Length));
        (lines[one], lines[other]) = (lines[other], random.Next(2) == 0 ? lines[one] : lines[other]);
        return string.Join('\n', lines);
    }
}
