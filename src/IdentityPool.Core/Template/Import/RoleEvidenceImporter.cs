using IdentityPools.Policies;

namespace IdentityPools.Template;

/// <summary>Keeps the documents of a role as a template has them, to be looked at for risks.</summary>
internal static class RoleEvidenceImporter
{
    public static RoleEvidence Read(ResourceSource role, bool isManaged) =>
        new()
        {
            Trust = role.Peek("AssumeRolePolicyDocument"),
            Policies = [.. Inline(role, isManaged), .. Attached(role, isManaged)],
            ManagedPolicyArns = isManaged
                ? []
                : [.. StatementImporter.List(role.Peek("ManagedPolicyArns")).OfType<TemplateScalar>().Select(TemplateValue.FromNode)],
        };

    private static IEnumerable<RoleDocument> Inline(ResourceSource role, bool isCarried) =>
        StatementImporter
            .List(role.Peek("Policies"))
            .Select(policy => Intrinsic.Conditional(policy)?.Value ?? policy)
            .OfType<TemplateMapping>()
            .Where(policy => policy["PolicyDocument"] is not null)
            .Select(
                (policy, position) =>
                    new RoleDocument((policy["PolicyName"] as TemplateScalar)?.Text ?? $"Policies[{position}]", policy["PolicyDocument"]!, isCarried)
            );

    /// <summary>Policies that name the role. The statements of a managed one stay with it.</summary>
    private static IEnumerable<RoleDocument> Attached(ResourceSource role, bool isManaged)
    {
        foreach (var type in new[] { ResourceTypes.Policy, ResourceTypes.RolePolicy, ResourceTypes.ManagedPolicy })
        {
            foreach (var policy in role.Template.OfType(type))
            {
                var names = StatementImporter.List(policy.Peek("Roles") ?? policy.Peek("RoleName"));
                if (policy.Peek("PolicyDocument") is { } document && names.Any(name => role.Template.Resource(name, ResourceTypes.Role)?.Id == role.Id))
                {
                    yield return new(policy.Id, document, IsCarried: isManaged && type != ResourceTypes.ManagedPolicy);
                }
            }
        }
    }
}
