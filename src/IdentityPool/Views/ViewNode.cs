using System.ComponentModel;
using IdentityPools.Values;

namespace IdentityPools.Views;

/// <summary>A line of a custom view, and the lines under it. The format files indent and color it.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ViewNode
{
    internal ViewNode(string text, ViewTone tone = ViewTone.Plain) => (Text, Tone) = (ShownText.Escape(text), tone);

    /// <summary>What the line says.</summary>
    public string Text { get; }

    /// <summary>What its color says.</summary>
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

/// <summary>What a line of a view says by its color, beside its words.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public enum ViewTone
{
    /// <summary>Nothing.</summary>
    Plain,

    /// <summary>It is what the lines below it are about.</summary>
    Heading,

    /// <summary>It comes.</summary>
    Added,

    /// <summary>It changes.</summary>
    Changed,

    /// <summary>It goes.</summary>
    Removed,

    /// <summary>It stays, or does not matter here.</summary>
    Quiet,

    /// <summary>It is to be mended.</summary>
    Error,

    /// <summary>It is to be weighed.</summary>
    Warning,
}
