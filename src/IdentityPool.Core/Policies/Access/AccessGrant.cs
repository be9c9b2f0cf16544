using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>Actions that are granted together on resources of one shape.</summary>
/// <param name="Actions">The actions.</param>
internal sealed record AccessGrant(params ValueList<string> Actions)
{
    /// <summary>The resources that stand for the one that the user names; none where these actions do not apply to it.</summary>
    public Func<ResourceName, IEnumerable<ResourceName>> On { get; init; } = static resource => [resource];

    /// <summary>The condition under which the resource is granted, if there is one.</summary>
    public Func<ResourceName, TemplateMapping?> When { get; init; } = static _ => null;

    /// <summary>The statement that grants one resource, or null where these actions do not apply to it.</summary>
    public PolicyStatement? Statement(ResourceName resource)
    {
        var resources = On(resource).Select(name => name.Value).ToValueList();
        return resources.Count == 0
            ? null
            : PolicyStatement.Create(
                new()
                {
                    Actions = Actions.Select(TemplateValue.FromString).ToValueList(),
                    Resources = resources,
                    Condition = When(resource),
                }
            );
    }
}
