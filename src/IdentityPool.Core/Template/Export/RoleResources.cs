using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Roles and their permissions as resources.</summary>
internal static class RoleResources
{
    /// <summary>Where a resource keeps what CloudFormation has no property for.</summary>
    public const string MetadataKey = "IdentityPool";

    public const string RoleNameKey = "RoleName";

    public static void AddManaged(TemplateSections sections, PoolNames names, IdentityPool pool, IdentityPoolRole role, AwsPartition partition)
    {
        var id = names.Role(role);
        var policy =
            role.Statements.Count == 0
                ? null
                : TemplateSequence.Single(
                    new TemplateMapping { { "PolicyName", Bookkeeping.PolicyName }, { "PolicyDocument", PolicyDocument.Create(role.Statements, partition) } }
                );
        sections.AddResource(
            id,
            ResourceTypes.Role,
            new()
            {
                { "AssumeRolePolicyDocument", TrustPolicy.Create(partition, Intrinsic.RefTo(names.Pool), role.For, role.AllowsSessionTags) },
                { "Description", role.TypedDescription?.Node },
                { "Path", role.TypedPath?.Node },
                { "PermissionsBoundary", role.TypedPermissionsBoundary?.Node },
                { "MaxSessionDuration", role.MaxSessionDuration is { } seconds ? seconds : (TemplateNode?)null },
                { "ManagedPolicyArns", Nodes.List(role.TypedManagedPolicyArns) },
                { "Policies", policy },
                { "Tags", Nodes.Tags(TagRules.OfRole(pool, role)) },
            },
            metadata: RoleName.IsDefaultFor(pool, role, id) ? null : TemplateMapping.Single(MetadataKey, TemplateMapping.Single(RoleNameKey, role.Name!))
        );
    }

    /// <summary>Permissions for a role that exists.</summary>
    public static void AddGrants(TemplateSections sections, PoolNames names, IdentityPoolRole role, AwsPartition partition) =>
        sections.AddResource(
            names.RolePolicy(role),
            ResourceTypes.RolePolicy,
            new()
            {
                { "PolicyName", PoolNames.RolePolicyName(names.Pool) },
                { "RoleName", Arn.Parse(role.TypedArn!.Literal!).Name },
                { "PolicyDocument", PolicyDocument.Create(role.Statements, partition) },
            }
        );
}
