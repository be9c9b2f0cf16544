using IdentityPools.Policies;

namespace IdentityPools.Template;

/// <summary>Keeps the documents of a role as a template has them, to be looked at for risks.</summary>
internal static class RoleEvidenceImporter
{
    public static RoleEvidence Read(ResourceSource role, bool isManaged, ToldParts told) =>
        new()
        {
            Trust = role.Peek("AssumeRolePolicyDocument"),
            Policies = [.. Inline(role, isManaged, told), .. Attached(role, isManaged, told), .. Chosen(role)],
            ManagedPolicyArns = isManaged
                ? []
                : [.. StatementImporter.List(role.Peek("ManagedPolicyArns")).Where(TemplateValue.IsValue).Select(TemplateValue.FromNode)],
        };

    private static IEnumerable<RoleDocument> Inline(ResourceSource role, bool isManaged, ToldParts told) =>
        StatementImporter
            .List(role.Peek("Policies"))
            .Select(
                (policy, position) =>
                    policy is TemplateMapping inline && !Intrinsic.IsCall(inline)
                        ? new RoleDocument(
                            (inline["PolicyName"] as TemplateScalar)?.Text ?? $"Policies[{position}]",
                            inline["PolicyDocument"] ?? TemplateScalar.Null,
                            isManaged && inline["PolicyDocument"] is { } document && !told.IsLeftOut(document)
                        )
                        : new RoleDocument($"Policies[{position}]", policy)
            );

    /// <summary>Managed policies that a function chooses, as documents of which nothing is known.</summary>
    private static IEnumerable<RoleDocument> Chosen(ResourceSource role) =>
        StatementImporter
            .List(role.Peek("ManagedPolicyArns"))
            .Where(arn => !TemplateValue.IsValue(arn))
            .Select((arn, position) => new RoleDocument($"ManagedPolicyArns[{position}]", arn));

    /// <summary>Policies that name the role. The statements of a managed one stay with it.</summary>
    private static IEnumerable<RoleDocument> Attached(ResourceSource role, bool isManaged, ToldParts told) =>
        from link in role.Template.Policies.Of(role)
        let document = link.Policy.Peek("PolicyDocument")
        where document is not null
        select new RoleDocument(link.Policy.Id, document, IsCarried: isManaged && link.Policy.Type != ResourceTypes.ManagedPolicy && !told.IsLeftOut(document));
}
