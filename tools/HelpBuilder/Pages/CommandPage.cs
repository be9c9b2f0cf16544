using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>The page of one command.</summary>
/// <param name="File">Where it is.</param>
/// <param name="Name">The command.</param>
/// <param name="HelpUri">Where the page is online.</param>
/// <param name="Synopsis">What the command does, in a line.</param>
/// <param name="Syntax">The ways to call it, one for each parameter set.</param>
/// <param name="Aliases">Its other names.</param>
/// <param name="Description">What it does, at length.</param>
/// <param name="Examples">Its examples.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="Inputs">What it takes from the pipeline.</param>
/// <param name="Outputs">What it emits.</param>
/// <param name="Notes">What else there is to know.</param>
/// <param name="Links">Where to read on, the page itself online first.</param>
public sealed record CommandPage(
    string File,
    string Name,
    string HelpUri,
    IReadOnlyList<Block> Synopsis,
    IReadOnlyList<SyntaxSection> Syntax,
    IReadOnlyList<Block> Aliases,
    IReadOnlyList<Block> Description,
    IReadOnlyList<CommandExample> Examples,
    IReadOnlyList<ParameterSection> Parameters,
    IReadOnlyList<PageSection> Inputs,
    IReadOnlyList<PageSection> Outputs,
    IReadOnlyList<Block> Notes,
    IReadOnlyList<PageLink> Links
);
