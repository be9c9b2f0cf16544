namespace IdentityPools.HelpBuilder.Pages;

/// <summary>What holds of a parameter in one parameter set.</summary>
public sealed record ParameterSetFacts
{
    /// <summary>The name that stands for every parameter set.</summary>
    public const string All = "(All)";

    /// <summary>The name of a position that there is none of.</summary>
    public const string Named = "Named";

    /// <summary>The parameter set.</summary>
    public required string Name { get; init; }

    /// <summary>Its position, from 0, or <c>Named</c>.</summary>
    public required string Position { get; init; }

    /// <summary>Whether it must be given.</summary>
    public required bool IsRequired { get; init; }

    /// <summary>Whether it takes what comes from the pipeline.</summary>
    public required bool ValueFromPipeline { get; init; }

    /// <summary>Whether it takes a property of what comes from the pipeline.</summary>
    public required bool ValueFromPipelineByPropertyName { get; init; }

    /// <summary>Whether it takes all arguments that are left.</summary>
    public required bool ValueFromRemainingArguments { get; init; }
}
