using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>
/// What CloudFormation needs to take resources that exist into a stack: a template of just these, each with a deletion policy and without outputs, which an
/// import may not add; and the list that says which resource is which.
/// </summary>
/// <remarks>https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/import-resources.html</remarks>
internal static class ResourceImport
{
    private static readonly KeyValuePair<string, TemplateNode>[] Policies = [new("DeletionPolicy", "Retain"), new("UpdateReplacePolicy", "Retain")];

    /// <summary>The template to import with, and the list of resources as JSON.</summary>
    /// <exception cref="DefinitionException">A pool is not known to exist, or what a resource is called in AWS is not known.</exception>
    public static (ReadOnlyMemory<byte> Template, ReadOnlyMemory<byte> Resources) Of(
        IReadOnlyList<IdentityPool> pools,
        TemplateOptions options,
        ITemplateText text,
        ITemplateText json
    )
    {
        var identities = new List<TemplateNode>();
        var parts = new List<TemplateSections>();
        foreach (var pool in pools)
        {
            var sections = PoolSections.Create(pool, options);
            sections.Outputs.Clear();
            identities.AddRange(sections.Resources.Select(resource => Identity(pool, resource.Key, resource.Value)));
            parts.Add(Retained(sections));
        }

        var combined = TemplateDocument.Combine(parts, options);
        return (text.Write(TemplateDocument.Compose(combined, options)), json.Write(new TemplateSequence(identities.Distinct())));
    }

    /// <summary>The resources with the deletion policy that an import asks for; the template that follows it has its own.</summary>
    private static TemplateSections Retained(TemplateSections sections)
    {
        var result = new TemplateSections();
        result.Include(sections);
        foreach (var (id, resource) in sections.Resources)
        {
            result.Resources[id] = resource["DeletionPolicy"] is null
                ? new(resource.SelectMany(entry => entry.Key == "Type" ? [entry, .. Policies] : new[] { entry }))
                : resource;
        }

        return result;
    }

    private static TemplateMapping Identity(IdentityPool pool, string logicalId, TemplateMapping resource)
    {
        var type = ((TemplateScalar)resource["Type"]!).Text;
        return new()
        {
            { "ResourceType", type },
            { "LogicalResourceId", logicalId },
            { "ResourceIdentifier", Identifier(pool, logicalId, type, resource["Properties"] as TemplateMapping) },
        };
    }

    private static TemplateMapping Identifier(IdentityPool pool, string logicalId, string type, TemplateMapping? properties)
    {
        var id = pool.Id ?? throw DefinitionErrors.Create(nameof(Messages.ResourceImportNeedsId), pool, pool);
        return type switch
        {
            ResourceTypes.IdentityPool => TemplateMapping.Single("Id", id),
            // The attachment's own id is known to stacks only; the pool is its other identifier.
            ResourceTypes.RoleAttachment => TemplateMapping.Single("IdentityPoolId", id),
            ResourceTypes.PrincipalTag when properties?["IdentityProviderName"] is TemplateScalar name => new()
            {
                { "IdentityPoolId", id },
                { "IdentityProviderName", name },
            },
            ResourceTypes.Role when RoleName(pool, logicalId) is { } role => TemplateMapping.Single("RoleName", role),
            ResourceTypes.RolePolicy when properties is not null => new()
            {
                { "PolicyName", properties["PolicyName"] },
                { "RoleName", properties["RoleName"] },
            },
            ResourceTypes.UserPoolGroup when properties?["UserPoolId"] is TemplateScalar userPool && properties["GroupName"] is TemplateScalar group => new()
            {
                { "UserPoolId", userPool },
                { "GroupName", group },
            },
            _ => throw DefinitionErrors.Create(nameof(Messages.ResourceImportUnknown), pool, pool, logicalId, type),
        };
    }

    private static string? RoleName(IdentityPool pool, string logicalId)
    {
        var names = new PoolNames(pool);
        var role = pool.Roles.FirstOrDefault(role => role.IsManaged && names.Role(role) == logicalId);
        return role?.TypedArn?.Literal is { } arn ? Arn.Parse(arn).Name : null;
    }
}
