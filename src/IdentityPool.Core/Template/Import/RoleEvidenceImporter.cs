using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Keeps the documents of a role as a template has them, to be looked at for risks.</summary>
internal static class RoleEvidenceImporter
{
    public static RoleEvidence Read(ResourceSource role, bool isManaged, KnownStatements told) =>
        new()
        {
            Trust = role.Peek("AssumeRolePolicyDocument") is null ? null : role.Template.TrustOf(role).Written,
            Policies = [.. Inline(role, isManaged, told), .. Attached(role, isManaged, told), .. Chosen(role)],
            ManagedPolicyArns =
            [
                .. (isManaged ? [] : Nodes.Items(role.Peek("ManagedPolicyArns")))
                    .Concat(PossibleArns(role))
                    .Where(arn => TemplateValue.IsValue(arn) && role.Template.Resource(arn, ResourceTypes.ManagedPolicy) is null)
                    .Select(TemplateValue.FromNode)
                    .Distinct(),
            ],
            PlainParameters = role.Template.PlainParameters,
        };

    private static TemplateNode Told(ResourceSource role, TemplateNode part) => role.Template.WithMappings(part);

    private static TemplateNode Document(ResourceSource resource, TemplateNode written) =>
        Told(resource, ResourceSource.Document(Intrinsic.Settled(written)) ?? written);

    private static IEnumerable<RoleDocument> Inline(ResourceSource role, bool isManaged, KnownStatements told) =>
        Items(role.Peek("Policies"))
            .Select(
                (item, position) =>
                    item.Node is TemplateMapping inline && !Intrinsic.IsCall(inline)
                        ? new RoleDocument(
                            (inline["PolicyName"] as TemplateScalar)?.Text ?? $"Policies[{position}]",
                            inline["PolicyDocument"] is { } document ? item.Under(Document(role, document)) : TemplateScalar.Null,
                            isManaged && item.IsSure && inline["PolicyDocument"] is { } carried && !told.IsLeftOut(carried)
                        )
                        : new RoleDocument($"Policies[{position}]", item.Node)
            );

    /// <summary>The items of a list, each under the conditions that decide whether it is there.</summary>
    private static IEnumerable<PossibleItem> Items(TemplateNode? list) =>
        list switch
        {
            null => [],
            _ when Intrinsic.IsNoValue(list) => [],
            _ when Intrinsic.Branches(Intrinsic.Settled(list)) is { } branches =>
            [
                .. Items(branches.WhenTrue).Select(item => item.When(branches.Condition, isTrue: true)),
                .. Items(branches.WhenFalse).Select(item => item.When(branches.Condition, isTrue: false)),
            ],
            TemplateSequence sequence => sequence.SelectMany(Items),
            _ => [new(Intrinsic.Settled(list), [])],
        };

    /// <summary>Managed policies that a function chooses, as documents of which nothing is known.</summary>
    private static IEnumerable<RoleDocument> Chosen(ResourceSource role) =>
        Nodes
            .Items(role.Peek("ManagedPolicyArns"))
            .Where(arn => !TemplateValue.IsValue(Intrinsic.Settled(arn)))
            .Select((arn, position) => new RoleDocument($"ManagedPolicyArns[{position}]", arn));

    /// <summary>Managed policies that a condition chooses: each may be the role's.</summary>
    private static IEnumerable<TemplateNode> PossibleArns(ResourceSource role) =>
        Items(role.Peek("ManagedPolicyArns")).Where(item => !item.IsSure).Select(item => item.Node);

    /// <summary>Policies that name the role, and those of the template that the role names.</summary>
    private static IEnumerable<RoleDocument> Attached(ResourceSource role, bool isManaged, KnownStatements told) =>
        role.Template.Policies.Find(role).SelectMany(link => Attached(link, isManaged, told));

    /// <summary>The document. Where it may be another role's it allows perhaps, and denies nothing that could be relied on.</summary>
    private static IEnumerable<RoleDocument> Attached(RolePolicyLink link, bool isManaged, KnownStatements told)
    {
        var document = link.Policy.Peek("PolicyDocument");
        if (document is not null && (link.IsCertain || RoleImporter.OnlyAllows(document)))
        {
            var written = Document(link.Policy, document);
            yield return link.Policy.ConditionName is { } condition
                ? new(link.Policy.Id, Intrinsic.When(condition, isTrue: true, written))
                : new(link.Policy.Id, written, IsCarried: isManaged && link.IsCertain && !told.IsLeftOut(document));
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

    /// <summary>An item of a list and the conditions under which it is there, the innermost first.</summary>
    private sealed record PossibleItem(TemplateNode Node, IReadOnlyList<(string Name, bool IsTrue)> Conditions)
    {
        public bool IsSure => Conditions.Count == 0;

        public PossibleItem When(string condition, bool isTrue) => this with { Conditions = [.. Conditions, (condition, isTrue)] };

        public TemplateNode Under(TemplateNode part) =>
            Conditions.Aggregate(part, (result, condition) => Intrinsic.When(condition.Name, condition.IsTrue, result));
    }
}
