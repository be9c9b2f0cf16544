using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Reads the roles of an identity pool and what they may do.</summary>
internal sealed class RoleImporter(ResourceSource pool)
{
    private readonly Dictionary<string, IdentityPoolRole> imported = new(StringComparer.Ordinal);

    private TemplateSource Template => pool.Template;

    /// <summary>The role behind an ARN: managed when the template creates it with the trust of this pool, else existing.</summary>
    public IdentityPoolRole? Role(ResourceSource part, TemplateNode arn, RoleAudience audience, bool isDefault)
    {
        var node = TextParts.Split(arn) is [var only] ? only : arn;
        if (Template.Resource(node, ResourceTypes.Role) is not { } resource)
        {
            return part.AsValue(node, "Roles") is { } value ? IdentityPoolRole.Existing(value, audience) : null;
        }

        if (imported.TryGetValue(resource.Id, out var known))
        {
            return known.IsManaged ? known : known.ForAudience(audience);
        }

        resource.RefuseMacros();
        var told = new KnownStatements(Template);
        var role = TrustImporter.Read(pool, resource, audience) is { } trusted
            ? Managed(resource, trusted, isDefault ? audience : null, told)
            : IdentityPoolRole.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf(resource.Id, "Arn")), audience);
        role = role.WithEvidence(RoleEvidenceImporter.Read(resource, isManaged: role.IsManaged, told));
        imported.Add(resource.Id, role);
        return role;
    }

    /// <summary>The pool with what the template grants to roles that exist already.</summary>
    public IdentityPool WithGrants(IdentityPool definition)
    {
        var carried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var role in definition.Roles.Where(role => role.TypedArn is { IsLiteral: true }).DistinctBy(role => role.TypedArn))
        {
            var arn = Arn.Parse(role.TypedArn!.Literal!);
            var name = arn.Name;
            var principals = TrustImporter.PrincipalsOf(Template, arn);
            var told = new KnownStatements(Template);
            var links = Template.Policies.OfName(name).Where(link => IsOwn(pool, link.Policy)).ToList();
            carried.UnionWith(links.Where(link => link.IsCertain && link.Policy.Type == ResourceTypes.RolePolicy).Select(link => link.Policy.Id));
            var statements = links
                // The account keeps what only may be granted; a denial must not get lost.
                .Where(link => link.IsCertain || !OnlyAllows(link.Policy.Peek("PolicyDocument")))
                .SelectMany(link => Linked(link, name, principals, told))
                .ToList();
            if (statements.Count > 0 || told.Missing.Count > 0)
            {
                definition = definition.WithRole(role, known => known.WithStatements(statements) with { UnknownParts = told.Missing });
            }
        }

        foreach (var role in definition.Roles.Where(role => role.TypedArn is { IsLiteral: false }).DistinctBy(role => role.TypedArn))
        {
            var told = new KnownStatements(Template);
            // What is carried for a role by its name is that role's still, whichever it is.
            foreach (var link in PoliciesByFunction(role.TypedArn!.Node).Where(link => IsOwn(pool, link.Policy) && !carried.Contains(link.Policy.Id)))
            {
                told.TryRead(() => NotCarried(link, role.TypedArn!.Node), link.Policy.Peek("PolicyDocument"));
            }

            if (told.Missing.Count > 0)
            {
                definition = definition.WithRole(role, known => known with { UnknownParts = told.Missing });
            }
        }

        return definition;
    }

    /// <summary>The policies that a role may have of which only a deployed stack knows the ARN.</summary>
    private IEnumerable<RolePolicyLink> PoliciesByFunction(TemplateNode arn)
    {
        if (Template.Resource(arn, ResourceTypes.Role) is not null)
        {
            return [];
        }

        // The name follows the last slash; without one it is unknown too.
        var parts = TextParts.Split(arn);
        var last = parts.FindLastIndex(part => part is TemplateScalar { Text: var text } && text.Contains('/', StringComparison.Ordinal));
        var name = last < 0 ? arn : TextParts.Compose([((TemplateScalar)parts[last]).Text.Split('/')[^1], .. parts[(last + 1)..]]);
        return Template.Policies.OfName(name);
    }

    /// <summary>Nothing can be granted to such a role: that it may do less is said, that it may do more must not be.</summary>
    private List<PolicyStatement> NotCarried(RolePolicyLink link, TemplateNode arn)
    {
        var exception = DefinitionErrors.Create(nameof(Messages.ImportPolicyByFunction), link.Policy.Id, link.Policy.Id, arn);
        if (!OnlyAllows(link.Policy.Peek("PolicyDocument")))
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
        role = role.WithManagedPolicies(told.TryRead(() => resource.CertainValues("ManagedPolicyArns"), null)).WithStatements(Policies(resource, told));
        resource.WarnOfRest();
        return role with { UnknownParts = told.Missing, LogicalId = resource.Id == PoolNames.DefaultRole(pool.Id, name) ? null : resource.Id };
    }

    private string NameOf(ResourceSource resource, RoleAudience? place) =>
        (resource.Metadata?[RoleResources.MetadataKey] as TemplateMapping)?[RoleResources.RoleNameKey] is TemplateScalar { Text: var name }
            ? name
            : RoleName.Create(pool.Id, resource.Id, place);

    /// <summary>Inline policies, and the policies of the template that name the role.</summary>
    private List<PolicyStatement> Policies(ResourceSource role, KnownStatements told)
    {
        var statements = new List<PolicyStatement>();
        var principals = TrustImporter.PrincipalsOf(role);
        foreach (var (policy, place) in told.TryRead(() => role.CertainItems("Policies").ToList(), null))
        {
            var document = Intrinsic.IsCall(policy) ? null : (policy as TemplateMapping)?["PolicyDocument"];
            statements.AddRange(
                told.TryRead(
                    () =>
                        policy is TemplateMapping && !Intrinsic.IsCall(policy)
                            ? StatementImporter.Statements(role, document, place + ".PolicyDocument", principals)
                            : throw role.NotKnown(place, policy),
                    document
                )
            );
        }

        foreach (var link in Template.Policies.Find(role))
        {
            statements.AddRange(Linked(link, role.Id, principals, told));
        }

        return statements;
    }

    private IReadOnlyList<PolicyStatement> Linked(RolePolicyLink link, string role, IReadOnlyCollection<string> principals, KnownStatements told) =>
        told.TryRead(
            () =>
                link.IsCertain || IsManagedAndOnlyAllows(link.Policy)
                    ? Carried(link.Policy, role, principals)
                    : throw link.Policy.NotKnown(link.Place, link.Decider!),
            link.Policy.Peek("PolicyDocument")
        );

    private static bool IsManagedAndOnlyAllows(ResourceSource policy) =>
        policy.Type == ResourceTypes.ManagedPolicy && OnlyAllows(policy.Peek("PolicyDocument"));

    /// <summary>The statements of a policy that names a role. Managed ones stay where they are, which may only leave access out, never add some.</summary>
    private List<PolicyStatement> Carried(ResourceSource policy, string role, IReadOnlyCollection<string> principals)
    {
        if (policy.Type != ResourceTypes.ManagedPolicy)
        {
            policy.RefuseCondition();
            return StatementImporter.Statements(policy, policy.Take("PolicyDocument"), "PolicyDocument", principals);
        }

        Template.Warn(nameof(Messages.ImportManagedPolicy), policy.Id, role);
        return OnlyAllows(policy.Peek("PolicyDocument"))
            ? []
            : throw DefinitionErrors.Create(nameof(Messages.ImportManagedPolicyDenies), policy.Id, policy.Id, role);
    }

    internal static bool OnlyAllows(TemplateNode? document) =>
        ResourceSource.Document(document) is TemplateMapping policy
        && policy["Statement"] is { } statements
        && Nodes.Items(statements).All(statement => (statement as TemplateMapping)?["Effect"] is TemplateScalar { Text: nameof(PolicyEffect.Allow) });
}
