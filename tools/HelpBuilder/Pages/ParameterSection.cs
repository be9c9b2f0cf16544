using Markdig.Syntax;

namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What a page says of one parameter.</summary>
/// <param name="Name">The parameter, without hyphen.</param>
/// <param name="Line">The line of the heading, from 1.</param>
/// <param name="Description">What it means.</param>
/// <param name="Facts">What holds of it.</param>
public sealed record ParameterSection(string Name, int Line, IReadOnlyList<Block> Description, ParameterFacts Facts)
{
    /// <summary>How the parameter takes part in a parameter set; null when it does not.</summary>
    /// <param name="parameterSet">The parameter set.</param>
    /// <returns>What holds of it there.</returns>
    public ParameterSetFacts? In(string parameterSet) =>
        Facts.ParameterSets.FirstOrDefault(set => set.Name == parameterSet) ?? Facts.ParameterSets.FirstOrDefault(set => set.Name == ParameterSetFacts.All);
}
