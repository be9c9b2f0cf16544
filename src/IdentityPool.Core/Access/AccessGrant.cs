using IdentityPools.Template;

namespace IdentityPools.Access;

/// <summary>Actions that are granted together on resources of one shape.</summary>
/// <param name="Actions">The actions.</param>
internal sealed record AccessGrant(params ValueList<string> Actions)
{
    /// <summary>The resources that stand for the one that the user names.</summary>
    public Func<ResourceName, IEnumerable<TemplateValue>> On { get; init; } = static resource => [resource.Value];

    /// <summary>The condition under which the resource is granted, if there is one.</summary>
    public Func<ResourceName, TemplateMapping?> When { get; init; } = static _ => null;
}
