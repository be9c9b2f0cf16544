using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// The policies of a template by the roles that they name. Of a policy whose type, properties or roles are not told, each role that it may name is one of which
/// not all is known.
/// </summary>
internal sealed class PolicyIndex
{
    private const string Roles = nameof(Roles);
    private const string RoleName = nameof(RoleName);

    private static readonly string[] Types = [ResourceTypes.Policy, ResourceTypes.RolePolicy, ResourceTypes.ManagedPolicy];

    private readonly RoleTarget target;
    private readonly List<(ResourceSource Policy, IReadOnlyList<PolicyTarget> Targets)> policies;

    public PolicyIndex(TemplateSource template)
    {
        target = new(template);
        policies =
        [
            .. Types.SelectMany(template.OfType).Concat(template.Untyped).Select(policy => (policy, Targets(policy))).Where(entry => entry.Item2.Count > 0),
        ];
    }

    /// <summary>Whether a resource is a policy.</summary>
    public static bool IsPolicy(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <summary>The policies that name a role of the template, or may, each once, in the order of their kinds.</summary>
    public IReadOnlyList<RolePolicyLink> Find(ResourceSource role) =>
        [.. Links(role, role.Peek(RoleName)).Concat(Named(role)).DistinctBy(link => link.Policy.Id)];

    /// <summary>The policies that name a role of the account by its name, or may.</summary>
    public IReadOnlyList<RolePolicyLink> OfName(TemplateNode roleName) => Links(null, roleName);

    /// <summary>Whether a policy may name any of the roles.</summary>
    public bool MayName(ResourceSource policy, IEnumerable<ResourceSource> roles) =>
        Targets(policy) is var targets && roles.Any(role => Link(policy, targets, role, role.Peek(RoleName)) is not null);

    /// <summary>The managed policies of the template that a role names, whatever else it names.</summary>
    private static IEnumerable<RolePolicyLink> Named(ResourceSource role) =>
        Nodes
            .Items(role.Peek("ManagedPolicyArns"))
            .Select(arn => role.Template.Resource(Intrinsic.Settled(arn), ResourceTypes.ManagedPolicy))
            .OfType<ResourceSource>()
            .Select(policy => new RolePolicyLink(policy, null, Roles));

    private List<RolePolicyLink> Links(ResourceSource? role, TemplateNode? name) =>
        [.. policies.Select(entry => Link(entry.Policy, entry.Targets, role, name)).OfType<RolePolicyLink>()];

    private RolePolicyLink? Link(ResourceSource policy, IReadOnlyList<PolicyTarget> targets, ResourceSource? role, TemplateNode? name)
    {
        RolePolicyLink? link = null;
        foreach (var part in targets)
        {
            switch (part.IsUnknown ? RoleMatch.May : target.OfList(part.Node, role, name))
            {
                case RoleMatch.Yes when part.IsCertain:
                    return new(policy, null, part.Place);
                case RoleMatch.Yes or RoleMatch.May:
                    link ??= new(policy, part.Node, part.Place);
                    break;
            }
        }

        return link;
    }

    private static List<PolicyTarget> Targets(ResourceSource policy)
    {
        if (policy.Macro is { } macro)
        {
            return [new(macro.Place, macro.Node, IsUnknown: true, IsCertain: false)];
        }

        var isTyped = policy.Type.Length > 0;
        return policy.IsMapping ? [.. Of(policy.Node["Properties"], isTyped)] : [new("Type", policy.Whole, IsUnknown: true, IsCertain: false)];

        IEnumerable<PolicyTarget> Of(TemplateNode? properties, bool isCertain) =>
            properties switch
            {
                null => [],
                _ when Intrinsic.IsNoValue(properties) => [],
                TemplateMapping mapping when Intrinsic.Argument(mapping, "Fn::If") is TemplateSequence { Items: [_, var value, var other] } =>
                [
                    .. Of(value, isCertain: false),
                    .. Of(other, isCertain: false),
                ],
                TemplateMapping mapping when !mapping.Any(entry => Intrinsic.IsFunction(entry.Key)) => new[] { Roles, RoleName }
                    .Where(name => !isTyped || name == (policy.Type == ResourceTypes.RolePolicy ? RoleName : Roles))
                    .Where(name => mapping[name] is not null)
                    .Select(name => new PolicyTarget(name, mapping[name]!, IsUnknown: false, isCertain)),
                TemplateMapping mapping => [new("Properties", mapping, IsUnknown: true, IsCertain: false)],
                // CloudFormation takes no such resource.
                _ => [],
            };
    }

    private readonly record struct PolicyTarget(string Place, TemplateNode Node, bool IsUnknown, bool IsCertain);
}

/// <summary>A policy that names a role.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Decider">What decides whether it is the role's; null where it is for sure.</param>
/// <param name="Place">The property that names it.</param>
internal sealed record RolePolicyLink(ResourceSource Policy, TemplateNode? Decider, string Place)
{
    public bool IsCertain => Decider is null;
}
