using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the roles of an identity pool and what they may do.</summary>
internal sealed class RoleImporter(ResourceSource pool)
{
    private const string PolicyDocumentKey = "PolicyDocument";

    private readonly Dictionary<string, IdentityPoolRole> imported = new(StringComparer.Ordinal);

    private readonly List<ResourceSource> used = [];

    /// <summary>The resources of the roles.</summary>
    public IEnumerable<ResourceSource> Used => used;

    private TemplateSource Template => pool.Template;

    /// <summary>The role behind an ARN: managed when the template creates it with the trust of this pool, else existing.</summary>
    /// <param name="part">The resource that names the role.</param>
    /// <param name="arn">The ARN.</param>
    /// <param name="place">Where in the resource it stands.</param>
    /// <param name="audience">Whose role it should be.</param>
    /// <param name="isDefault">Whether it is a default role.</param>
    public IdentityPoolRole? Role(ResourceSource part, TemplateNode arn, string place, RoleAudience audience, bool isDefault)
    {
        arn = Intrinsic.Settled(arn);
        var node =
            TextParts.Split(arn) is [var only]
            && (only is TemplateScalar { Text: var text } ? Arn.LooksLike(text) : Template.Resource(only, ResourceTypes.Role) is not null)
                ? only
                : arn;
        if (Template.Resource(node, ResourceTypes.Role) is not { } resource)
        {
            return part.AsValue(node, place) is { } value ? IdentityPoolRole.Existing(value, audience) : null;
        }

        if (imported.TryGetValue(resource.Id, out var known))
        {
            return known.IsManaged ? known : known.ForAudience(audience);
        }

        used.Add(resource);

        resource.RefuseMacros();
        var told = new KnownStatements(Template);
        var role = TrustImporter.Read(pool, resource, audience) is { } trusted
            ? Managed(resource, trusted, isDefault ? audience : null, told)
            : IdentityPoolRole.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf(resource.Id, "Arn")), audience);
        role = role.WithEvidence(RoleEvidenceImporter.Read(resource, isManaged: role.IsManaged, told));
        imported.Add(resource.Id, role);
        return role;
    }

    /// <summary>The roles that trust the pool without being one of its roles, to be looked at: the template says all of them that there is to say.</summary>
    public IEnumerable<IdentityPoolRole> Unattached() =>
        Template
            .TrustingRoles(pool.Id)
            .Where(role => !imported.ContainsKey(role.Id))
            .Select(role =>
                IdentityPoolRole
                    .Existing(TemplateValue.FromNode(Intrinsic.AttributeOf(role.Id, "Arn")), TrustImporter.AudienceOf(pool, role))
                    .WithEvidence(RoleEvidenceImporter.Read(role, isManaged: false, new KnownStatements(Template)))
            );

    /// <summary>The pool with what the template grants to roles that exist already.</summary>
    public IdentityPool WithGrants(IdentityPool definition)
    {
        var carried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in definition.Roles.Where(role => role.TypedArn is { IsLiteral: true }).DistinctBy(role => role.TypedArn))
        {
            var arn = Arn.Parse(role.TypedArn!.Literal!);
            var name = arn.Name;
            var principals = Template.PrincipalsOf(arn.Partition);
            var told = new KnownStatements(Template);
            var links = Template.Policies.OfName(name).Where(link => IsOwn(pool, link.Policy)).ToList();
            carried.UnionWith(links.Where(link => link.IsCertain && link.Policy.Type == ResourceTypes.RolePolicy).Select(link => link.Policy.Id));
            var statements = new List<PolicyStatement>();
            // The account keeps what only may be granted; a denial must not get lost.
            foreach (var link in links.Where(link => link.IsCertain || !OnlyAllows(link.Policy.Peek(PolicyDocumentKey))))
            {
                AddIfItFits(link, Linked(link, name, principals, told), role, statements, told);
            }

            if (statements.Count > 0 || told.Missing.Count > 0)
            {
                definition = definition.WithRole(role, known => known.WithStatements(statements) with { UnknownParts = told.Missing });
            }
        }

        foreach (var role in definition.Roles.Where(role => role.TypedArn is { IsLiteral: false }).DistinctBy(role => role.TypedArn))
        {
            var told = new KnownStatements(Template);
            // What is carried for a role by its name is that role's still, whichever it is.
            foreach (var link in PoliciesByFunction(Template, role.TypedArn!.Node).Where(link => IsOwn(pool, link.Policy) && !carried.Contains(link.Policy.Id)))
            {
                told.TryRead(() => NotCarried(link, role.TypedArn!.Node), link.Policy.Peek(PolicyDocumentKey));
            }

            if (told.Missing.Count > 0)
            {
                definition = definition.WithRole(role, known => known with { UnknownParts = told.Missing });
            }
        }

        return definition;
    }

    /// <summary>The policies that a role may have of which only a deployed stack knows the ARN.</summary>
    internal static IEnumerable<RolePolicyLink> PoliciesByFunction(TemplateSource template, TemplateNode arn)
    {
        if (template.Resource(arn, ResourceTypes.Role) is not null)
        {
            return [];
        }

        // The name follows the last slash; without one it is unknown too.
        var parts = TextParts.Split(arn);
        var last = parts.FindLastIndex(part => part is TemplateScalar { Text: var text } && text.Contains('/', StringComparison.Ordinal));
        var name = last < 0 ? arn : TextParts.Compose([((TemplateScalar)parts[last]).Text.Split('/')[^1], .. parts[(last + 1)..]]);
        return template.Policies.OfName(name);
    }

    /// <summary>Nothing can be granted to such a role: that it may do less is said, that it may do more must not be.</summary>
    private List<PolicyStatement> NotCarried(RolePolicyLink link, TemplateNode arn)
    {
        var exception = DefinitionErrors.Create(nameof(Messages.ImportPolicyByFunction), link.Policy.Id, link.Policy.Id, arn);
        if (!OnlyAllows(link.Policy.Peek(PolicyDocumentKey)))
        {
            throw exception;
        }

        if (link.IsCertain)
        {
            Template.Warn(exception);
        }

        return [];
    }

    /// <summary>Whether a policy for a role that exists is not another pool's: two may both grant to it, each keeps what is its own.</summary>
    internal static bool IsOwn(ResourceSource pool, ResourceSource policy) =>
        policy.Type != ResourceTypes.RolePolicy
        || (policy.Take("PolicyName") as TemplateScalar)?.Text is not { } name
        || PoolNames.PoolOfRolePolicy(name) is not { } other
        || other == pool.Id
        || pool.Template.Find(other, ResourceTypes.IdentityPool) is null;

    private IdentityPoolRole Managed(ResourceSource resource, RoleAudience audience, RoleAudience? place, KnownStatements told)
    {
        Template.Carry(resource.Id);
        var name = NameOf(resource, place);
        var role = IdentityPoolRole.Managed(
            name,
            audience,
            new()
            {
                Description = resource.Value("Description"),
                Path = resource.Value("Path"),
                PermissionsBoundary = told.TryRead(() => resource.Certain("PermissionsBoundary")),
                MaxSessionDuration = resource.Number("MaxSessionDuration"),
                Tags = resource.TagList("Tags"),
            }
        );
        role = role.WithManagedPolicies(
            told.TryRead(() => resource.CertainValues("ManagedPolicyArns"), null)
                // What the template makes is read with the role.
                .Where(arn => Template.Resource(arn.Node, ResourceTypes.ManagedPolicy) is null)
        );
        role = WithPolicies(role, resource, told);
        resource.WarnOfRest();
        return role with { UnknownParts = told.Missing, LogicalId = resource.Id == PoolNames.DefaultRole(pool.Id, name) ? null : resource.Id };
    }

    private string NameOf(ResourceSource resource, RoleAudience? place) =>
        (resource.Metadata?[RoleResources.MetadataKey] as TemplateMapping)?[RoleResources.RoleNameKey] is TemplateScalar { Text: var name }
            ? name
            : RoleName.Create(pool.Id, resource.Id, place);

    /// <summary>
    /// The role with its inline policies and the policies of the template that are its own. Managed ones may be longer together than what a role can have inline;
    /// then they are left where they are, and the role is one of which not all is known.
    /// </summary>
    private IdentityPoolRole WithPolicies(IdentityPoolRole role, ResourceSource resource, KnownStatements told)
    {
        var principals = Template.TrustOf(resource).Principals;
        var links = Template.Policies.Find(resource);
        var inline = Inline(resource, principals, told)
            .Concat(links.Where(link => link.Policy.Type != ResourceTypes.ManagedPolicy).SelectMany(link => Linked(link, resource.Id, principals, told)))
            .ToList();
        foreach (var link in links.Where(link => link.Policy.Type == ResourceTypes.ManagedPolicy))
        {
            AddIfItFits(link, Linked(link, resource.Id, principals, told), role, inline, told);
        }

        return role.WithStatements(inline);
    }

    private static void AddIfItFits(
        RolePolicyLink link,
        IReadOnlyList<PolicyStatement> read,
        IdentityPoolRole role,
        List<PolicyStatement> statements,
        KnownStatements told
    )
    {
        if (link.Policy.Type != ResourceTypes.ManagedPolicy || Fits([.. statements, .. read]))
        {
            statements.AddRange(read);
            return;
        }

        told.LeaveOut(
            DefinitionErrors.Create(nameof(Messages.ImportManagedPolicyTooLarge), link.Policy.Id, link.Policy.Id, role.ToString()),
            link.Policy.Peek(PolicyDocumentKey)
        );

        bool Fits(IReadOnlyList<PolicyStatement> all)
        {
            try
            {
                role.WithStatements(all);
                return true;
            }
            catch (DefinitionException exception) when (exception.ErrorId == nameof(Messages.InlinePolicyTooLarge))
            {
                return false;
            }
        }
    }

    private static List<PolicyStatement> Inline(ResourceSource role, IReadOnlyCollection<string> principals, KnownStatements told)
    {
        var statements = new List<PolicyStatement>();
        foreach (var (policy, place) in told.TryRead(() => role.CertainItems("Policies").ToList(), null))
        {
            var document = Intrinsic.IsCall(policy) ? null : (policy as TemplateMapping)?[PolicyDocumentKey];
            statements.AddRange(
                told.TryRead(
                    () =>
                        policy is TemplateMapping && !Intrinsic.IsCall(policy)
                            ? StatementImporter.Statements(role, document, place + "." + PolicyDocumentKey, principals)
                            : throw role.NotKnown(place, policy),
                    document
                )
            );
        }

        return statements;
    }

    private IReadOnlyList<PolicyStatement> Linked(RolePolicyLink link, string role, IReadOnlyCollection<string> principals, KnownStatements told) =>
        told.TryRead(
            () => link.IsCertain ? Carried(link.Policy, role, principals) : throw link.Policy.NotKnown(link.Place, link.Decider!),
            link.Policy.Peek(PolicyDocumentKey)
        );

    /// <summary>The statements of a policy that is the role's. One that may be other roles' too is said to be read here.</summary>
    private List<PolicyStatement> Carried(ResourceSource policy, string role, IReadOnlyCollection<string> principals)
    {
        policy.RefuseCondition();
        var statements = StatementImporter.Statements(policy, policy.Take(PolicyDocumentKey), PolicyDocumentKey, principals);
        if (policy.Type == ResourceTypes.ManagedPolicy)
        {
            Template.Warn(nameof(Messages.ImportManagedPolicy), policy.Id, role);
        }

        return statements;
    }

    internal static bool OnlyAllows(TemplateNode? document) =>
        ResourceSource.Document(document) is TemplateMapping policy
        && policy["Statement"] is { } statements
        && Nodes.Items(statements).All(statement => (statement as TemplateMapping)?["Effect"] is TemplateScalar { Text: nameof(PolicyEffect.Allow) });
}
