using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>What a statement is made of, before it is checked.</summary>
internal sealed record PolicyStatementParts
{
    public PolicyEffect Effect { get; init; }

    public ValueList<TemplateValue> Actions { get; init; } = [];

    public ValueList<TemplateValue> NotActions { get; init; } = [];

    public ValueList<TemplateValue> Resources { get; init; } = [];

    public ValueList<TemplateValue> NotResources { get; init; } = [];

    public TemplateMapping? Condition { get; init; }

    public string? Sid { get; init; }
}
