using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What stands under one heading.</summary>
/// <param name="Title">The heading.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Blocks">What stands under it.</param>
public sealed record PageSection(string Title, int Line, IReadOnlyList<Block> Blocks);
