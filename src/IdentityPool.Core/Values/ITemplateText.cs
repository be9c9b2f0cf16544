using IdentityPools.Template;

namespace IdentityPools.Ports;

/// <summary>A way to write a template as text and to read it back.</summary>
public interface ITemplateText
{
    /// <summary>Reads a template.</summary>
    /// <param name="text">The text; whoever reads it from a file minds <see cref="TemplateText.MaximumLength"/>.</param>
    /// <param name="proceed">Called before each part of the text; what it throws ends the reading.</param>
    /// <returns>The tree.</returns>
    /// <exception cref="TemplateTextException">The text is not well-formed, nests too deeply, names a key twice, or uses what CloudFormation does not take.</exception>
    TemplateNode Read(string text, Action? proceed = null);

    /// <summary>Writes a template; the same tree gives the same text, and lines end with a line feed.</summary>
    /// <param name="root">The tree.</param>
    /// <returns>The text in UTF-8, without a byte order mark.</returns>
    ReadOnlyMemory<byte> Write(TemplateNode root);

    /// <summary>Writes a template in lines that are laid out as those of another one.</summary>
    /// <param name="root">The tree.</param>
    /// <param name="layout">How far lines are set in.</param>
    /// <returns>The text in UTF-8, without a byte order mark.</returns>
    ReadOnlyMemory<byte> Write(TemplateNode root, TextLayout layout);

    /// <summary>Finds where the parts of a template stand.</summary>
    /// <param name="text">The text, which <see cref="Read"/> takes.</param>
    /// <returns>The place of the tree and of its parts.</returns>
    TextPart Locate(string text);
}
