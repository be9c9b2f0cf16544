namespace IdentityPools.HelpBuilder.Text;

/// <summary>Lines that belong together; an empty line stands between two paragraphs.</summary>
/// <param name="Lines">The lines.</param>
public sealed record Paragraph(IReadOnlyList<TextLine> Lines)
{
    /// <summary>The paragraph, wrapped.</summary>
    /// <param name="width">How many columns there are.</param>
    /// <returns>Its lines.</returns>
    public IEnumerable<string> Wrapped(int width) => Lines.SelectMany(line => line.Wrapped(width));

    /// <inheritdoc/>
    public override string ToString() => string.Join('\n', Lines);
}
