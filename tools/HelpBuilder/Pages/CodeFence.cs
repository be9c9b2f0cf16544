using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>A block of code between fences.</summary>
/// <param name="Language">What the opening fence says of the code.</param>
/// <param name="Text">The code, without line end at its end.</param>
/// <param name="Line">The line of the opening fence, from 1.</param>
/// <param name="LastLine">The line of the closing fence, from 1.</param>
public sealed record CodeFence(string Language, string Text, int Line, int LastLine)
{
    internal static CodeFence Of(FencedCodeBlock block) => new(block.Info ?? "", block.Lines.ToString(), block.Line + 1, block.Line + block.Lines.Count + 2);
}
