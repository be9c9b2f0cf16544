namespace IdentityPools.HelpBuilder.Text;

/// <summary>A line of plain text before it is wrapped.</summary>
/// <param name="Text">The text.</param>
/// <param name="First">What stands before it: indentation, perhaps a bullet.</param>
/// <param name="Rest">What stands before what is wrapped onto further lines.</param>
/// <param name="IsVerbatim">Whether it is code or a table, which no wrapping may touch.</param>
public sealed record TextLine(string Text, string First = "", string Rest = "", bool IsVerbatim = false)
{
    /// <summary>The line, indented.</summary>
    /// <param name="first">What to put before it.</param>
    /// <param name="rest">What to put before what is wrapped.</param>
    /// <returns>The indented line.</returns>
    public TextLine Indented(string first, string rest) => this with { First = first + First, Rest = rest + Rest };

    /// <summary>The line in as many as it takes.</summary>
    /// <param name="width">How many columns there are.</param>
    /// <returns>The lines; a word that is longer than a line has one of its own.</returns>
    public IEnumerable<string> Wrapped(int width)
    {
        if (IsVerbatim)
        {
            return [(First + Text).TrimEnd()];
        }

        var lines = new List<string>();
        var line = First;
        var isEmpty = true;
        foreach (var word in Text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isEmpty && line.Length + 1 + word.Length > width)
            {
                lines.Add(line);
                line = Rest;
                isEmpty = true;
            }

            line += isEmpty ? word : $" {word}";
            isEmpty = false;
        }

        return [.. lines, line.TrimEnd()];
    }

    /// <inheritdoc/>
    public override string ToString() => First + Text;
}
