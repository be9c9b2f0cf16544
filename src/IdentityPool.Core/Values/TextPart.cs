namespace IdentityPools.Template;

/// <summary>Where a node of a template stands in its text.</summary>
/// <param name="Start">Where the node begins, its tag included.</param>
/// <param name="End">Behind its last character.</param>
/// <param name="IsFlow">Whether it is written on one line, as JSON is, and not in lines of its own.</param>
public sealed record TextPart(int Start, int End, bool IsFlow)
{
    /// <summary>The entries of a map or the items of a list; null for what can only be replaced as a whole.</summary>
    public IReadOnlyList<TextEntry>? Entries { get; init; }
}

/// <summary>Where an entry of a map or an item of a list stands.</summary>
/// <param name="Start">Where the key begins, or the dash of an item.</param>
/// <param name="KeyEnd">Behind the key, or behind the dash.</param>
/// <param name="Value">The value or the item.</param>
public sealed record TextEntry(int Start, int KeyEnd, TextPart Value);

/// <summary>How the lines of a template are laid out.</summary>
/// <param name="Indent">How many blanks a level is.</param>
/// <param name="IsSequenceIndented">Whether the dashes of a list stand further in than its key.</param>
public sealed record TextLayout(int Indent, bool IsSequenceIndented)
{
    /// <summary>Two blanks a level, lists set in.</summary>
    public static readonly TextLayout Usual = new(2, IsSequenceIndented: true);

    /// <summary>Whether all of it is written on one line.</summary>
    public bool IsFlow { get; init; }
}
