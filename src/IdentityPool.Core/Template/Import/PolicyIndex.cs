namespace IdentityPools.Template;

/// <summary>The policies of a template by the roles that they name, found once for all roles.</summary>
internal sealed class PolicyIndex
{
    private static readonly string[] Types = [ResourceTypes.Policy, ResourceTypes.RolePolicy, ResourceTypes.ManagedPolicy];

    private readonly Dictionary<string, List<RolePolicyLink>> byRole = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<ResourceSource>> byName = new(StringComparer.OrdinalIgnoreCase);

    public PolicyIndex(TemplateSource template)
    {
        var named = template
            .OfType(ResourceTypes.Role)
            .Where(role => role.Peek("RoleName") is not null)
            .ToLookup(role => Intrinsic.Uniform(role.Peek("RoleName")!), role => role.Id);
        foreach (var policy in Types.SelectMany(template.OfType))
        {
            foreach (var role in StatementImporter.List(policy.Peek(policy.Type == ResourceTypes.RolePolicy ? "RoleName" : "Roles")))
            {
                Add(template, policy, role, named);
            }
        }
    }

    /// <summary>The policies that name a role of the template, each once, in the order of their kinds.</summary>
    public IReadOnlyList<RolePolicyLink> Of(ResourceSource role) => byRole.GetValueOrDefault(role.Id) ?? [];

    /// <summary>The policies that name a role of the account by its name.</summary>
    public IReadOnlyList<ResourceSource> OfName(string roleName) => byName.GetValueOrDefault(roleName) ?? [];

    private void Add(TemplateSource template, ResourceSource policy, TemplateNode role, ILookup<TemplateNode, string> named)
    {
        if (template.Resource(role, ResourceTypes.Role) is { } resource)
        {
            Add(resource.Id, new(policy, IsCertain: true));
            return;
        }

        foreach (var id in named[Intrinsic.Uniform(role)])
        {
            Add(id, new(policy, IsCertain: true));
        }

        if (role is TemplateScalar { Text: var name } && !named.Contains(role))
        {
            Add(byName, name, policy);
            return;
        }

        foreach (var reference in References.In(role))
        {
            if (template.Resource(Intrinsic.RefTo(reference.Name), ResourceTypes.Role) is { } mentioned)
            {
                Add(mentioned.Id, new(policy, IsCertain: false));
            }
        }
    }

    private void Add(string role, RolePolicyLink link) => Add(byRole, role, link);

    private static void Add<T>(Dictionary<string, List<T>> index, string key, T item)
    {
        if (!index.TryGetValue(key, out var items))
        {
            index.Add(key, items = []);
        }

        // One policy after the other is added, so one that names a role twice finds itself at the end.
        if (items is not [.., var last] || !Equals(last, item))
        {
            items.Add(item);
        }
    }
}

/// <summary>A policy that names a role.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="IsCertain">Whether it is the role's for sure, and not by a function that only may give it.</param>
internal readonly record struct RolePolicyLink(ResourceSource Policy, bool IsCertain);
