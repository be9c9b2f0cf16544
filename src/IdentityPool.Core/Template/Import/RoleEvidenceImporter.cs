using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Keeps the documents of a role as a template has them, to be looked at for risks.</summary>
internal static class RoleEvidenceImporter
{
    public static RoleEvidence Read(ResourceSource role, bool isManaged, KnownStatements told) =>
        new()
        {
            Trust = role.Peek("AssumeRolePolicyDocument"),
            Policies = [.. Inline(role, isManaged, told), .. Attached(role, isManaged, told), .. Chosen(role)],
            ManagedPolicyArns = isManaged ? [] : [.. Nodes.Items(role.Peek("ManagedPolicyArns")).Where(TemplateValue.IsValue).Select(TemplateValue.FromNode)],
        };

    private static IEnumerable<RoleDocument> Inline(ResourceSource role, bool isManaged, KnownStatements told) =>
        Nodes
            .Items(role.Peek("Policies"))
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
        Nodes
            .Items(role.Peek("ManagedPolicyArns"))
            .Where(arn => !TemplateValue.IsValue(arn))
            .Select((arn, position) => new RoleDocument($"ManagedPolicyArns[{position}]", arn));

    /// <summary>Policies that name the role. The statements of a managed one stay with it.</summary>
    private static IEnumerable<RoleDocument> Attached(ResourceSource role, bool isManaged, KnownStatements told) =>
        role.Template.Policies.Find(role).SelectMany(link => Attached(link, isManaged, told));

    /// <summary>The document. Where it may be another role's it allows perhaps, and denies nothing that could be relied on.</summary>
    private static IEnumerable<RoleDocument> Attached(RolePolicyLink link, bool isManaged, KnownStatements told)
    {
        var document = link.Policy.Peek("PolicyDocument");
        if (document is not null && (link.IsCertain || RoleImporter.OnlyAllows(document)))
        {
            yield return new(link.Policy.Id, document, IsCarried: isManaged && link.Policy.Type != ResourceTypes.ManagedPolicy && !told.IsLeftOut(document));
        }

        if (link.Decider is { } decider)
        {
            yield return new(link.Policy.Id, Call(decider));
        }
    }

    private static TemplateNode Call(TemplateNode decider) =>
        Intrinsic.IsCall(decider) ? decider
        : decider is TemplateSequence sequence && sequence.FirstOrDefault(Intrinsic.IsCall) is { } call ? call
        : Intrinsic.JoinOf(decider);
}
