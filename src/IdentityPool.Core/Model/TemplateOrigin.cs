using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>
/// What the template said that a definition was imported from: the pool's resources as they stood there, whatever of them the definition cannot hold, and what
/// they need of the rest. Templates that are written of the definition later have all of it but for what was changed since. It says nothing about the pool: a
/// definition leaves it out of its equality, and a copy does not have it.
/// </summary>
internal sealed record TemplateOrigin
{
    /// <summary>The definition as it was imported; what differs from it was edited.</summary>
    public required IdentityPool Baseline { get; init; }

    /// <summary>The pool's resources, each whole, by logical id; in them a secret stands as its parameter.</summary>
    public required TemplateMapping Resources { get; init; }

    /// <summary>The outputs that speak of them.</summary>
    public TemplateMapping Outputs { get; init; } = [];

    /// <summary>The parameters that resources and outputs need, by themselves or by conditions.</summary>
    public TemplateMapping Parameters { get; init; } = [];

    public TemplateMapping Conditions { get; init; } = [];

    public TemplateMapping Mappings { get; init; } = [];

    public TemplateMapping Rules { get; init; } = [];

    /// <summary>The macros of the template that leave the pool's resources as they are; null for none.</summary>
    public TemplateNode? Transform { get; init; }

    /// <summary>The logical ids of resources that the definition would name otherwise, by those names.</summary>
    public ValueMap<string> LogicalIds { get; init; } = ValueMap<string>.Empty;

    /// <summary>
    /// The resources whose statements are a role's in the definition, though they stand in a resource of their own: by the logical id of the role, or of the
    /// policy that the definition would give to a role which exists.
    /// </summary>
    public ValueMap<ValueList<string>> Policies { get; init; } = ValueMap<ValueList<string>>.Empty;

    /// <summary>Whether values were given to the import: then the resources have them in the place of parameters and conditions.</summary>
    public bool IsEvaluated { get; init; }
}
