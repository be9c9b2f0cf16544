namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What holds of a parameter: the YAML under its description.</summary>
public sealed record ParameterFacts
{
    /// <summary>The full name of its type.</summary>
    public required string Type { get; init; }

    /// <summary>What counts when it is left out; empty for nothing.</summary>
    public required string DefaultValue { get; init; }

    /// <summary>Whether * stands for any text.</summary>
    public required bool SupportsWildcards { get; init; }

    /// <summary>Its other names.</summary>
    public required List<string> Aliases { get; init; }

    /// <summary>The parameter sets that it is in.</summary>
    public required List<ParameterSetFacts> ParameterSets { get; init; }

    /// <summary>Whether Tab leaves it out.</summary>
    public required bool DontShow { get; init; }

    /// <summary>The values that it takes, if they are a closed set.</summary>
    public required List<string> AcceptedValues { get; init; }

    /// <summary>What the engine says when it asks for the value.</summary>
    public required string HelpMessage { get; init; }
}
