using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Whether a role is what a policy of a template names.</summary>
internal enum RoleMatch
{
    No,
    May,
    Yes,
}

/// <summary>Compares what a policy names with the roles that it may name. What only a deployed stack knows may be any role whose name it can give.</summary>
/// <param name="template">The template.</param>
internal sealed class RoleTarget(TemplateSource template)
{
    /// <summary>Whether a list of roles, or what stands in its place, names the role.</summary>
    /// <param name="list">The list.</param>
    /// <param name="role">The role of the template; null for one of the account.</param>
    /// <param name="name">Its name; null where AWS makes one up.</param>
    public RoleMatch OfList(TemplateNode? list, ResourceSource? role, TemplateNode? name) =>
        list switch
        {
            null => RoleMatch.No,
            TemplateSequence sequence => sequence.Select(item => Match(item, role, name)).DefaultIfEmpty().Max(),
            _ when Branches(list) is { } branches => Perhaps(branches.Select(branch => OfList(branch, role, name))),
            _ => Match(list, role, name),
        };

    /// <summary>Whether a name, or what gives one, is that of the role.</summary>
    public RoleMatch Match(TemplateNode target, ResourceSource? role, TemplateNode? name)
    {
        if (Intrinsic.IsNoValue(target) || target is TemplateScalar { Kind: TemplateScalarKind.Null })
        {
            return RoleMatch.No;
        }

        if (template.Resource(target, ResourceTypes.Role) is { } named)
        {
            return named.Id == role?.Id ? RoleMatch.Yes : RoleMatch.No;
        }

        if (Branches(target) is { } branches)
        {
            return Perhaps(branches.Select(branch => Match(branch, role, name)));
        }

        if (ArnThatIsSplit(target) is { } split)
        {
            return split.Id == role?.Id ? RoleMatch.May : RoleMatch.No;
        }

        if (target is TemplateSequence || (target is TemplateMapping && !Intrinsic.IsCall(target)))
        {
            return RoleMatch.May;
        }

        return name is null ? OfMadeUpName(target, role) : OfName(TextParts.Split(target), TextParts.Split(name));
    }

    /// <summary>A name that AWS makes up ends at random: no text has it, and no function of what is known before.</summary>
    private RoleMatch OfMadeUpName(TemplateNode target, ResourceSource? role) =>
        Leaves(target).Any(leaf => IsOutside(leaf) || (role is not null && template.Resource(leaf, ResourceTypes.Role)?.Id == role.Id))
            ? RoleMatch.May
            : RoleMatch.No;

    private bool IsOutside(TemplateNode leaf) =>
        leaf is TemplateMapping
        && Intrinsic.RefName(leaf)?.StartsWith("AWS::", StringComparison.Ordinal) != true
        && !template.IsRoleOfServerless(Intrinsic.RefName(leaf))
        && template.Resource(leaf, ResourceTypes.Role) is null;

    /// <summary>What a function is made of: text, and the innermost functions.</summary>
    private static IEnumerable<TemplateNode> Leaves(TemplateNode node) =>
        TextParts
            .Split(node)
            .SelectMany(part =>
                (Intrinsic.Argument(part, Intrinsic.Select) ?? Intrinsic.Argument(part, Intrinsic.Split) ?? Intrinsic.Argument(part, Intrinsic.Join))
                    is TemplateSequence arguments
                    ? arguments.SelectMany(argument => argument is TemplateSequence list ? list.SelectMany(Leaves) : Leaves(argument))
                    : [part]
            );

    /// <summary>IAM tells names apart without regard to case. Functions that are written alike give the same.</summary>
    private static RoleMatch OfName(List<TemplateNode> target, List<TemplateNode> name)
    {
        if (target.Count == name.Count && target.Zip(name).All(pair => IsSame(pair.First, pair.Second)))
        {
            return RoleMatch.Yes;
        }

        return
            (target is [TemplateScalar] && name is [TemplateScalar])
            || Differ(Text(target[0]), Text(name[0]), fromEnd: false)
            || Differ(Text(target[^1]), Text(name[^1]), fromEnd: true)
            ? RoleMatch.No
            : RoleMatch.May;
    }

    private static bool IsSame(TemplateNode one, TemplateNode other) =>
        one is TemplateScalar && other is TemplateScalar
            ? string.Equals(Text(one), Text(other), StringComparison.OrdinalIgnoreCase)
            : Intrinsic.Uniform(one).Equals(Intrinsic.Uniform(other));

    /// <summary>Whether texts of which more is unknown begin, or end, with something else.</summary>
    private static bool Differ(string one, string other, bool fromEnd)
    {
        var length = Math.Min(one.Length, other.Length);
        return fromEnd
            ? !string.Equals(one[^length..], other[^length..], StringComparison.OrdinalIgnoreCase)
            : !string.Equals(one[..length], other[..length], StringComparison.OrdinalIgnoreCase);
    }

    private static string Text(TemplateNode part) => (part as TemplateScalar)?.Text ?? "";

    private static RoleMatch Perhaps(IEnumerable<RoleMatch> matches) => matches.Any(match => match != RoleMatch.No) ? RoleMatch.May : RoleMatch.No;

    /// <summary>What a function chooses from where that is written: the values of <c>Fn::If</c>, or the items of a list.</summary>
    private static IEnumerable<TemplateNode>? Branches(TemplateNode node) =>
        Intrinsic.Argument(node, "Fn::If") is TemplateSequence { Items: [_, var value, var other] } ? [value, other]
        : Intrinsic.Argument(node, Intrinsic.Select) is TemplateSequence { Items: [_, TemplateSequence items] } ? items
        : Intrinsic.Argument(node, Intrinsic.Split)
            is TemplateSequence { Items: [TemplateScalar { Text: { Length: > 0 } delimiter }, TemplateScalar { Text: var text }] }
            ? text.Split(delimiter).Select(part => (TemplateNode)part)
        : null;

    /// <summary>The role whose ARN is split to choose a part of it.</summary>
    private ResourceSource? ArnThatIsSplit(TemplateNode node) =>
        Intrinsic.Argument(node, Intrinsic.Select) is TemplateSequence { Items: [_, var list] }
        && Intrinsic.Argument(list, Intrinsic.Split) is TemplateSequence { Items: [_, var arn] }
            ? template.Resource(arn, ResourceTypes.Role)
            : null;
}
