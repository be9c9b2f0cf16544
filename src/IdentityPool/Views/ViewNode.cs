using System.ComponentModel;

namespace IdentityPools.Views;

/// <summary>A line of a custom view, and the lines under it. The format files indent and colour it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ViewNode
{
    internal ViewNode(string text, ViewTone tone = ViewTone.Plain) => (Text, Tone) = (text, tone);

    /// <summary>What the line says.</summary>
    public string Text { get; }

    /// <summary>What its colour says.</summary>
    public ViewTone Tone { get; }

    /// <summary>The lines under it.</summary>
    public IReadOnlyList<ViewNode> Children { get; internal init; } = [];

    /// <summary>Whether there are lines under it.</summary>
    public bool HasChildren => Children.Count > 0;

    /// <summary>Whether there are none.</summary>
    public bool IsLeaf => !HasChildren;

    /// <summary>The line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Text;
}
