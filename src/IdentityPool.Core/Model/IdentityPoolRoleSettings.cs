namespace IdentityPools.Model;

/// <summary>What a managed role may be told beside its name and permissions.</summary>
internal sealed record IdentityPoolRoleSettings
{
    public TemplateValue? Description { get; init; }

    public TemplateValue? Path { get; init; }

    public TemplateValue? PermissionsBoundary { get; init; }

    public int? MaxSessionDuration { get; init; }

    public ValueMap<TemplateValue> Tags { get; init; } = ValueMap<TemplateValue>.Empty;
}
