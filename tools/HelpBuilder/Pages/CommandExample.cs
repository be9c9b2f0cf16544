using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>One example of a page.</summary>
/// <param name="Title">The heading, <c>Example 1: Create a pool</c>.</param>
/// <param name="Line">The line of the heading, from 1.</param>
/// <param name="Introduction">What is said before the code.</param>
/// <param name="Code">What a user types.</param>
/// <param name="Output">What the screen shows then; null for nothing.</param>
/// <param name="Remarks">What is said after it.</param>
public sealed record CommandExample(string Title, int Line, IReadOnlyList<Block> Introduction, CodeFence Code, CodeFence? Output, IReadOnlyList<Block> Remarks);
