using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>A template that is being read: its resources by type, and what has to be said about it.</summary>
internal sealed class TemplateSource
{
    private readonly TemplateMapping root;
    private readonly Action? next;
    private readonly IReadOnlyDictionary<string, ProviderSecret>? secrets;
    private readonly TemplateMapping entries;
    private readonly Dictionary<string, ResourceSource> resources = new(StringComparer.Ordinal);

    private readonly List<ResourceSource> untyped = [];

    // Sets that nothing is removed from enumerate in order of insertion.
    private readonly HashSet<string> warnings = new(StringComparer.Ordinal);
    private readonly HashSet<string> carried = new(StringComparer.Ordinal);
    private readonly HashSet<(string Place, string Name)> references = [];
    private readonly ILookup<string, ResourceSource> byType;
    private readonly Dictionary<string, UserPool> userPools = new(StringComparer.Ordinal);
    private ILookup<(string Type, string Pool), ResourceSource>? byPool;
    private ILookup<string, string>? outputsByName;
    private ILookup<(string Type, string Pool), ResourceSource>? perhapsByPool;
    private ILookup<string, ResourceSource>? trustingRoles;
    private readonly Dictionary<string, RoleTrust> trust = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyCollection<string>> principals = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IReadOnlyList<ResourceSource>> partners = new(StringComparer.Ordinal);
    private TemplateNeeds? needs;
    private ILookup<object, ResourceSource>? groups;
    private PolicyIndex? policies;
    private ValueList<string>? plainParameters;
    private readonly TemplateMappings mappings;
    private Dictionary<string, int>? resourcePlaces;
    private Dictionary<string, int>? outputPlaces;

    /// <param name="template">The template, which has resources.</param>
    /// <param name="next">Called before each part that is read; what it throws ends the import.</param>
    /// <param name="evaluated">What it was evaluated to, if values were put in the place of its parameters and conditions.</param>
    public TemplateSource(TemplateMapping template, Action? next = null, EvaluatedTemplate? evaluated = null)
    {
        this.next = next;
        root = template;
        IsEvaluated = evaluated is not null;
        secrets = evaluated?.Secrets;
        entries = (TemplateMapping)template["Resources"]!;
        mappings = new(template["Mappings"] as TemplateMapping ?? []);
        foreach (var (id, node) in entries)
        {
            if (node is TemplateMapping resource && resource["Type"] is TemplateScalar { Text: var type })
            {
                resources.Add(id, new(this, id, type, resource));
            }
            else if (!Intrinsic.IsFunction(id))
            {
                untyped.Add(new(this, id, "", node));
            }
        }

        byType = resources.Values.ToLookup(resource => resource.Type, StringComparer.Ordinal);
    }

    public IEnumerable<string> Warnings => warnings;

    /// <summary>Lets the user end the import.</summary>
    public void Proceed() => next?.Invoke();

    /// <summary>Whether values were put in the place of its parameters and conditions.</summary>
    public bool IsEvaluated { get; }

    /// <summary>The resources whose type is not told.</summary>
    public IReadOnlyList<ResourceSource> Untyped => untyped;

    /// <summary>Refuses what is worked out before the resources are looked at, and may change those of a pool.</summary>
    /// <exception cref="DefinitionException">There is such a thing.</exception>
    public void CheckMacros()
    {
        TemplateMacros.Check(this, root, entries);
        foreach (var resource in Untyped)
        {
            Warn(nameof(Messages.ImportShape), "Resources", resource.Id, resource.Whole);
        }
    }

    /// <summary>At which place among the resources one stands.</summary>
    public int PlaceOf(string id) => (resourcePlaces ??= Places(entries))[id];

    /// <summary>At which place among the outputs one stands.</summary>
    public int PlaceOfOutput(string id) => (outputPlaces ??= Places(Section("Outputs")))[id];

    /// <summary>The policies by the roles that they name.</summary>
    public PolicyIndex Policies => policies ??= new(this);

    public IEnumerable<ResourceSource> OfType(string type) => byType[type];

    /// <summary>The resources of a type that name an identity pool of the template as theirs.</summary>
    public IEnumerable<ResourceSource> OfPool(string type, string poolId) =>
        (
            byPool ??= new[] { ResourceTypes.RoleAttachment, ResourceTypes.PrincipalTag }
                .SelectMany(OfType)
                .Select(part => (Part: part, Pool: PoolOf(part)))
                .Where(entry => entry.Pool is not null)
                .ToLookup(entry => (entry.Part.Type, entry.Pool!), entry => entry.Part)
        )[(type, poolId)];

    /// <summary>The resources of a type that may name an identity pool of the template as theirs: it is decided when they are deployed.</summary>
    public IEnumerable<ResourceSource> PerhapsOfPool(string type, string poolId) =>
        (
            perhapsByPool ??= new[] { ResourceTypes.RoleAttachment, ResourceTypes.PrincipalTag }
                .SelectMany(OfType)
                .Where(part => Resource(part.Take("IdentityPoolId"), ResourceTypes.IdentityPool) is null)
                .SelectMany(part => References.In(part.PoolId).Select(reference => (Part: part, Pool: reference.Name)))
                .Where(entry => Find(entry.Pool, ResourceTypes.IdentityPool) is not null)
                .Distinct()
                .ToLookup(entry => (entry.Part.Type, entry.Pool), entry => entry.Part)
        )[(type, poolId)];

    /// <summary>The roles whose trust policies name an identity pool of the template.</summary>
    public IEnumerable<ResourceSource> TrustingRoles(string poolId) =>
        (
            trustingRoles ??= OfType(ResourceTypes.Role)
                .SelectMany(role => TrustImporter.PoolsOf(this, role).Select(pool => (Role: role, Pool: pool)))
                .ToLookup(entry => entry.Pool, entry => entry.Role, StringComparer.Ordinal)
        )[poolId];

    /// <summary>The trust policy of a role.</summary>
    public RoleTrust TrustOf(ResourceSource role)
    {
        if (!trust.TryGetValue(role.Id, out var read))
        {
            read = new(this, role);
            trust.Add(role.Id, read);
        }

        return read;
    }

    /// <summary>
    /// The principals of identity pools of which one is that of a role that exists. Its partition may have one for each region; then the roles of the template say
    /// which.
    /// </summary>
    public IReadOnlyCollection<string> PrincipalsOf(string partition)
    {
        if (!principals.TryGetValue(partition, out var told))
        {
            var all = AwsPartition.TrustPrincipalsOf(partition);
            told = [.. OfType(ResourceTypes.Role).SelectMany(role => TrustOf(role).Principals).Intersect(all)];
            told = told.Count > 0 ? told : all;
            principals.Add(partition, told);
        }

        return told;
    }

    /// <summary>A part with what the template's mappings say in the place of <c>Fn::FindInMap</c>: the value, or one that a condition of that name chooses.</summary>
    public TemplateNode WithMappings(TemplateNode part) => mappings.Told(part);

    /// <summary>The parameters of Systems Manager that the template makes, by name and logical id. What CloudFormation makes there is never secret.</summary>
    public ValueList<string> PlainParameters =>
        plainParameters ??= OfType(ResourceTypes.SystemsManagerParameter)
            .SelectMany(parameter => new[] { $"<{parameter.Id}>", (parameter.Peek("Name") as TemplateScalar)?.Text })
            .OfType<string>()
            .ToValueList();

    /// <summary>The groups of a user pool that the template makes, or that it names.</summary>
    public IEnumerable<ResourceSource> GroupsOf(UserPool userPool) =>
        (
            groups ??= OfType(ResourceTypes.UserPoolGroup)
                .Select(group => (Group: group, UserPool: UserPoolOf(group)))
                .Where(entry => entry.UserPool is not null)
                .ToLookup(entry => entry.UserPool!, entry => entry.Group)
        )[userPool.IsManaged ? userPool.ResourceId : userPool.Identity];

    /// <summary>The resource of that id, if it is of that type.</summary>
    public ResourceSource? Find(string id, string type) => resources.TryGetValue(id, out var resource) && resource.Type == type ? resource : null;

    /// <summary>The resource of that id.</summary>
    public ResourceSource? Find(string id) => resources.GetValueOrDefault(id);

    /// <summary>A section of the template; empty where it has none.</summary>
    public TemplateMapping Section(string name) => root[name] as TemplateMapping ?? [];

    /// <summary>What parts of the template need of its sections.</summary>
    public TemplateNeeds Needs => needs ??= new(Section("Parameters"), Section("Conditions"), Section("Mappings"), Section("Rules"));

    /// <summary>The resources that belong to a pool if this one does, because this one speaks of them.</summary>
    public IReadOnlyList<ResourceSource> PartnersOf(ResourceSource resource)
    {
        if (!partners.TryGetValue(resource.Id, out var found))
        {
            found = [.. OriginImporter.Partners(resource)];
            partners.Add(resource.Id, found);
        }

        return found;
    }

    /// <summary>The macros of the template.</summary>
    public TemplateNode? Transform => root["Transform"];

    /// <summary>The outputs that speak of a resource.</summary>
    public IEnumerable<string> OutputsOf(string id) =>
        (
            outputsByName ??= Section("Outputs")
                .SelectMany(output => References.In(Intrinsic.Uniform(output.Value)).Select(reference => (Output: output.Key, reference.Name)))
                .Distinct()
                .ToLookup(entry => entry.Name, entry => entry.Output, StringComparer.Ordinal)
        )[id];

    /// <summary>Whether a name is that of the role which <c>AWS::Serverless</c> makes for a function.</summary>
    public bool IsRoleOfServerless(string? id) =>
        id is [.. var owner, 'R', 'o', 'l', 'e']
        && resources.TryGetValue(owner, out var resource)
        && resource.Type.StartsWith("AWS::Serverless::", StringComparison.Ordinal);

    /// <summary>The user pool that a resource creates, read once however often it is spoken of.</summary>
    public UserPool UserPool(ResourceSource resource)
    {
        if (!userPools.TryGetValue(resource.Id, out var userPool))
        {
            userPool = SupportImporter.UserPool(resource);
            userPools.Add(resource.Id, userPool);
        }

        return userPool;
    }

    /// <summary>The resource of that type that a <c>Ref</c> or <c>Fn::GetAtt</c> speaks of, also one written as a <c>Fn::Sub</c> of nothing else; or null.</summary>
    public ResourceSource? Resource(TemplateNode? node, string type) =>
        (Intrinsic.RefName(node) ?? AttributeOwner(node) ?? SubstitutedName(node)) is { } name ? Find(name, type) : null;

    /// <summary>The parameter that a <c>Ref</c> speaks of, also one that a larger template defines; null for anything else.</summary>
    public string? ParameterName(TemplateNode node) =>
        Intrinsic.RefName(node) is { } name && !name.StartsWith("AWS::", StringComparison.Ordinal) && !resources.ContainsKey(name) ? name : null;

    /// <summary>The secret that a parameter holds: its value where that is known, else its name.</summary>
    public ProviderSecret Secret(string parameter) => secrets?.GetValueOrDefault(parameter) ?? ProviderSecret.Parameter(parameter);

    public void Warn(string sentence, params object?[] arguments) => Say(MessageText.Format(sentence, arguments));

    public void Say(string warning) => warnings.Add(warning);

    /// <summary>Says that a part is left out, in the words of the fault that it would be.</summary>
    public void Warn(DefinitionException exception) => warnings.Add(exception.Message);

    /// <summary>Remembers that a resource is part of what is read.</summary>
    public void Carry(string id) => carried.Add(id);

    /// <summary>Whether a resource is part of what was read.</summary>
    public bool IsCarried(string id) => carried.Contains(id);

    /// <summary>Remembers what a value speaks of, to say at the end what of it will not be there any more.</summary>
    public void NoteReferences(TemplateNode node, string place) =>
        references.UnionWith(References.In(node).Where(reference => !reference.IsPseudo).Select(reference => (place, reference.Name)));

    /// <summary>Says what is spoken of and not imported.</summary>
    public void WarnOfReferences()
    {
        foreach (var (place, name) in references.Where(reference => !carried.Contains(reference.Name)))
        {
            Proceed();
            if (resources.TryGetValue(name, out var resource))
            {
                Warn(nameof(Messages.ImportReference), place, name, resource.Type);
            }
        }
    }

    /// <summary>The pool of the template to which a part belongs. Another one's is none of its business; what cannot be told is named.</summary>
    private string? PoolOf(ResourceSource part)
    {
        var id = part.Take("IdentityPoolId");
        var pool = Resource(id, ResourceTypes.IdentityPool)?.Id;
        if (pool is null && id is not TemplateScalar)
        {
            Warn(nameof(Messages.ImportPoolOfPart), part.Id, part.Type, id ?? part.Whole);
        }

        return pool;
    }

    /// <summary>What tells the user pool of a group from others: its logical id, or what it is known by. Null where it is none that an identity pool may have.</summary>
    private object? UserPoolOf(ResourceSource group)
    {
        if (group.Peek("UserPoolId") is not { } id)
        {
            return null;
        }

        if (Resource(id, ResourceTypes.UserPool) is { } resource)
        {
            return resource.Id;
        }

        try
        {
            return IdentityPools.UserPool.Existing(TemplateValue.FromNode(id)).Identity;
        }
        catch (DefinitionException)
        {
            // It is no id of a user pool, so no provider of an identity pool has it.
            return null;
        }
    }

    private static string? SubstitutedName(TemplateNode? node) =>
        Intrinsic.Argument(node, Intrinsic.Sub) is TemplateScalar && TextParts.Split(node!) is [TemplateMapping only]
            ? Intrinsic.RefName(only) ?? AttributeOwner(only)
            : null;

    private static string? AttributeOwner(TemplateNode? node) =>
        Intrinsic.Argument(node, Intrinsic.GetAtt) switch
        {
            TemplateSequence { Items: [TemplateScalar owner, ..] } => owner.Text,
            TemplateScalar { Text: var text } => text.Split('.')[0],
            _ => null,
        };

    private static Dictionary<string, int> Places(TemplateMapping section) =>
        section.Select((entry, index) => (entry.Key, index)).ToDictionary(entry => entry.Key, entry => entry.index, StringComparer.Ordinal);
}
