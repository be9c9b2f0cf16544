using System.ComponentModel;
using IdentityPools.Values;

namespace IdentityPools.Views;

/// <summary>A line of a custom view, and the lines under it. The format files indent and colour it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ViewNode
{
    internal ViewNode(string text, ViewTone tone = ViewTone.Plain) => (Text, Tone) = (ShownText.Of(text), tone);

    /// <summary>What the line says.</summary>
    public string Text { get; }

    /// <summary>What its colour says.</summary>
    public ViewTone Tone { get; }

    /// <summary>The lines under it.</summary>
    public IReadOnlyList<ViewNode> Children { get; internal init; } = [];

    /// <summary>Whether there are lines under it.</summary>
    public bool HasChildren => Children.Count > 0;

    /// <summary>The whole tree. It is what is left of it in an object that comes from a job or another session.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Lines(""));

    private IEnumerable<string> Lines(string indent) => [indent + Text, .. Children.SelectMany(child => child.Lines(indent + "  "))];
}
