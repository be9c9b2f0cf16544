namespace IdentityPools.HelpPages;

/// <summary>The Markdown under a heading.</summary>
/// <param name="Line">The line of the heading, from 1.</param>
/// <param name="Text">What stands under it, without empty lines around it.</param>
internal sealed record RawPart(int Line, string Text);
