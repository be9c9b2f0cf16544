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

    private readonly TemplateSource template;
    private readonly ILookup<string, Entry> byRole;
    private readonly ILookup<string, Entry> byRoleInName;
    private readonly List<Entry> ofAny;
    private readonly List<Entry> ofMadeUpName;
    private readonly RoleNames<Entry> byName;
    private readonly Dictionary<string, IReadOnlyList<RolePolicyLink>> linksOfRoles = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<RolePolicyLink>> linksOfNames = new(StringComparer.Ordinal);

    public PolicyIndex(TemplateSource template)
    {
        this.template = template;
        var entries = Types.SelectMany(template.OfType).Concat(template.Untyped).SelectMany(EntriesOf).ToList();
        byRole = entries.Where(entry => entry.Target.RoleId is not null).ToLookup(entry => entry.Target.RoleId!, StringComparer.Ordinal);
        ofAny = entries.FindAll(entry => entry.Target is { RoleId: null, Text: null });
        var named = entries.FindAll(entry => entry.Target.Text is not null);
        byName = new([.. named.Select(entry => (entry.Target.Text!, entry))]);
        ofMadeUpName = named.FindAll(entry => entry.Target.Text!.MayBeMadeUp);
        byRoleInName = named
            .SelectMany(entry => entry.Target.Text!.Roles.Select(role => (Role: role, Entry: entry)))
            .ToLookup(entry => entry.Role, entry => entry.Entry, StringComparer.Ordinal);

        IEnumerable<Entry> EntriesOf(ResourceSource policy, int order) =>
            Targets(policy).SelectMany((place, position) => TargetsOf(place).Select(target => new Entry((order, position), policy, place, target)));
    }

    /// <summary>Whether a resource is a policy.</summary>
    public static bool IsPolicy(string type) => Types.Contains(type, StringComparer.Ordinal);

    /// <summary>The policies that name a role of the template, or may, each once, in the order of their kinds.</summary>
    public IReadOnlyList<RolePolicyLink> Find(ResourceSource role)
    {
        if (!linksOfRoles.TryGetValue(role.Id, out var links))
        {
            links = [.. Links(role.Id, NameOf(role)).Concat(Named(role)).DistinctBy(link => link.Policy.Id)];
            linksOfRoles.Add(role.Id, links);
        }

        return links;
    }

    /// <summary>The policies that name a role of the account by its name, or may.</summary>
    public IReadOnlyList<RolePolicyLink> OfName(TemplateNode roleName)
    {
        if (roleName is not TemplateScalar { Text: var text })
        {
            return Links(null, new(template, roleName));
        }

        if (!linksOfNames.TryGetValue(text, out var links))
        {
            links = Links(null, new(template, roleName));
            linksOfNames.Add(text, links);
        }

        return links;
    }

    /// <summary>Whether a policy may name any of the roles.</summary>
    public bool MayName(ResourceSource policy, IEnumerable<ResourceSource> roles)
    {
        var targets = Targets(policy).SelectMany(TargetsOf).ToList();
        return roles.Any(role => NameOf(role) is var name && targets.Exists(target => target.Match(role.Id, name) != RoleMatch.No));
    }

    /// <summary>The managed policies of the template that a role names, whatever else it names.</summary>
    private static IEnumerable<RolePolicyLink> Named(ResourceSource role) =>
        Nodes
            .Items(role.Peek("ManagedPolicyArns"))
            .Select(arn => role.Template.Resource(Intrinsic.Settled(arn), ResourceTypes.ManagedPolicy))
            .OfType<ResourceSource>()
            .Select(policy => new RolePolicyLink(policy, null, Roles));

    private RoleNameText? NameOf(ResourceSource role) => role.Peek(RoleName) is { } name ? new(template, name) : null;

    /// <summary>The policies in their order, each with the first place that names the role for sure, else the first that may.</summary>
    private List<RolePolicyLink> Links(string? roleId, RoleNameText? name) =>
        [
            .. Near(roleId, name)
                .Select(entry => (Entry: entry, Match: entry.Target.Match(roleId, name)))
                .Where(found => found.Match != RoleMatch.No)
                .OrderBy(found => found.Entry.Order)
                .Select(found => (found.Entry.Policy, Link: new RolePolicyLink(found.Entry.Policy, Decider(found.Entry, found.Match), found.Entry.Place.Name)))
                .GroupBy(found => found.Policy.Id, found => found.Link, StringComparer.Ordinal)
                .Select(links => links.FirstOrDefault(link => link.IsCertain) ?? links.First()),
        ];

    /// <summary>Those among which all are that name a role, or may.</summary>
    private IEnumerable<Entry> Near(string? roleId, RoleNameText? name)
    {
        var near = roleId is null ? ofAny : ofAny.Concat(byRole[roleId]);
        return name is not null ? near.Concat(byName.Near(name))
            : roleId is null ? near.Concat(ofMadeUpName)
            : near.Concat(ofMadeUpName).Concat(byRoleInName[roleId].Where(entry => !entry.Target.Text!.MayBeMadeUp));
    }

    private static TemplateNode? Decider(Entry entry, RoleMatch match) => match == RoleMatch.Yes && entry.Place.IsCertain ? null : entry.Place.Node;

    private IEnumerable<RoleTarget> TargetsOf(PolicyTarget place) => place.IsUnknown ? [RoleTarget.Any] : RoleTarget.OfList(template, place.Node);

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

    private readonly record struct PolicyTarget(string Name, TemplateNode Node, bool IsUnknown, bool IsCertain);

    /// <summary>One thing that a policy names, with the policy's place among all of them.</summary>
    private sealed record Entry((int Policy, int Place) Order, ResourceSource Policy, PolicyTarget Place, RoleTarget Target);
}

/// <summary>A policy that names a role.</summary>
/// <param name="Policy">The policy.</param>
/// <param name="Decider">What decides whether it is the role's; null where it is for sure.</param>
/// <param name="Place">The property that names it.</param>
internal sealed record RolePolicyLink(ResourceSource Policy, TemplateNode? Decider, string Place)
{
    public bool IsCertain => Decider is null;
}
