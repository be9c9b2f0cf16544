using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>What a group may be told; null is not said.</summary>
internal sealed record UserPoolGroupSettings
{
    public TemplateValue? Name { get; init; }

    public IdentityPoolRole? Role { get; init; }

    public int? Precedence { get; init; }

    public TemplateValue? Description { get; init; }

    public string? LogicalId { get; init; }

    public TemplateMapping AdditionalProperties { get; init; } = [];
}
