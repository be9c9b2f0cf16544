namespace IdentityPools.Template;

/// <summary>Reads the roles of an identity pool and what they may do.</summary>
internal sealed class RoleImporter(ResourceSource pool)
{
    private readonly Dictionary<string, IdentityPoolRole> imported = new(StringComparer.Ordinal);

    private TemplateSource Template => pool.Template;

    /// <summary>The role behind an ARN: managed when the template creates it with the trust of this pool, else existing.</summary>
    public IdentityPoolRole? Role(ResourceSource part, TemplateNode arn, RoleAudience audience, bool isDefault)
    {
        var node = TextParts.Of(arn) is [var only] ? only : arn;
        if (Template.Resource(node, ResourceTypes.Role) is not { } resource)
        {
            return part.AsValue(node, "Roles") is { } value ? IdentityPoolRole.Existing(value, audience) : null;
        }

        if (imported.TryGetValue(resource.Id, out var known))
        {
            return known.IsManaged ? known : known.ForAudience(audience);
        }

        var role = TrustImporter.Read(pool, resource, audience) is { } trusted
            ? Managed(resource, trusted, isDefault ? audience : null)
            : IdentityPoolRole.Existing(TemplateValue.FromNode(Intrinsic.AttributeOf(resource.Id, "Arn")), audience);
        role = role.WithEvidence(RoleEvidenceImporter.Read(resource, isManaged: role.IsManaged));
        imported.Add(resource.Id, role);
        return role;
    }

    /// <summary>The pool with what the template grants to roles that exist already.</summary>
    public IdentityPool WithGrants(IdentityPool definition)
    {
        foreach (var policy in Template.OfType(ResourceTypes.RolePolicy).Where(policy => !IsOfAnotherPool(policy)))
        {
            if (
                (policy.Take("RoleName") as TemplateScalar)?.Text is { } roleName
                && definition.Roles.FirstOrDefault(role => IsNamed(role, roleName)) is { } role
            )
            {
                var statements = Statements(policy);
                definition = definition.WithRole(role, known => known.WithStatements(statements));
            }
        }

        return definition;
    }

    /// <summary>Two pools may both grant to one role that exists; each keeps what is its own.</summary>
    private bool IsOfAnotherPool(ResourceSource policy) =>
        (policy.Take("PolicyName") as TemplateScalar)?.Text is { } name
        && Template.OfType(ResourceTypes.IdentityPool).Any(other => other.Id != pool.Id && name == PoolNames.RolePolicyName(other.Id));

    private static bool IsNamed(IdentityPoolRole role, string name) =>
        role.Arn?.Literal is { } arn && string.Equals(Arn.Parse(arn).Name, name, StringComparison.OrdinalIgnoreCase);

    private IdentityPoolRole Managed(ResourceSource resource, RoleAudience audience, RoleAudience? place)
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
                PermissionsBoundary = resource.Value("PermissionsBoundary"),
                MaxSessionDuration = resource.Number("MaxSessionDuration"),
                Tags = resource.TagList("Tags"),
            }
        );
        role = role.WithManagedPolicies(resource.Values("ManagedPolicyArns")).WithStatements(Policies(resource));
        resource.WarnOfRest();
        WarnOfManagedPolicies(resource);
        return role with { LogicalId = resource.Id == PoolNames.DefaultRole(pool.Id, name) ? null : resource.Id };
    }

    private string NameOf(ResourceSource resource, RoleAudience? place) =>
        (resource.Metadata?[RoleResources.MetadataKey] as TemplateMapping)?[RoleResources.RoleNameKey] is TemplateScalar { Text: var name }
            ? name
            : RoleName.Of(pool.Id, resource.Id, place);

    /// <summary>Inline policies, and the policies of the template that name the role.</summary>
    private List<PolicyStatement> Policies(ResourceSource role)
    {
        var inline = role.Items("Policies").OfType<TemplateMapping>().SelectMany(policy => StatementImporter.Statements(role, policy["PolicyDocument"], pool));
        var attached = Template.OfType(ResourceTypes.Policy).Where(policy => Names(policy, role)).SelectMany(Statements);
        var single = Template
            .OfType(ResourceTypes.RolePolicy)
            .Where(policy => policy.Take("RoleName") is { } reference && IsThisRole(reference, role))
            .SelectMany(Statements);
        return [.. inline, .. attached, .. single];
    }

    private List<PolicyStatement> Statements(ResourceSource policy)
    {
        policy.WarnOfCondition();
        return StatementImporter.Statements(policy, policy.Take("PolicyDocument"), pool);
    }

    private void WarnOfManagedPolicies(ResourceSource role)
    {
        foreach (var policy in Template.OfType(ResourceTypes.ManagedPolicy).Where(policy => Names(policy, role)))
        {
            Template.Warn(nameof(Messages.ImportManagedPolicy), policy.Id, role.Id);
        }
    }

    private static bool Names(ResourceSource policy, ResourceSource role) => policy.Items("Roles").Any(reference => IsThisRole(reference, role));

    private static bool IsThisRole(TemplateNode reference, ResourceSource role) => role.Template.Resource(reference, ResourceTypes.Role)?.Id == role.Id;
}
