namespace IdentityPools.Template;

/// <summary>How a template is made.</summary>
internal sealed record TemplateOptions
{
    /// <summary>The description of the template.</summary>
    public string? Description { get; init; }

    /// <summary>The region that the template is for; null: any region of the commercial partition.</summary>
    public string? Region { get; init; }

    /// <summary>What is said of parameters that the definitions refer to.</summary>
    public IReadOnlyList<TemplateParameter> Parameters { get; init; } = [];

    /// <summary>Whether only the resources are wanted, to be merged into a larger template.</summary>
    public bool IsFragment { get; init; }
}
