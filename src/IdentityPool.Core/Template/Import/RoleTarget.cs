using IdentityPools.Values;

namespace IdentityPools.Template;

/// <summary>Whether a role is what a policy of a template names.</summary>
internal enum RoleMatch
{
    No,
    May,
    Yes,
}

/// <summary>One thing by which a policy names a role. What only a deployed stack knows may be any role whose name it can give.</summary>
internal sealed class RoleTarget
{
    private readonly bool isPerhaps;
    private readonly RoleMatch ofRole;

    private RoleTarget(bool isPerhaps, string? roleId = null, RoleMatch ofRole = RoleMatch.May, RoleNameText? text = null)
    {
        this.isPerhaps = isPerhaps;
        this.ofRole = ofRole;
        RoleId = roleId;
        Text = text;
    }

    /// <summary>The role of the template that it speaks of; null where it names none.</summary>
    public string? RoleId { get; }

    /// <summary>The name; null where it gives none. With neither it may be any role.</summary>
    public RoleNameText? Text { get; }

    /// <summary>Something of which nothing is known.</summary>
    public static RoleTarget Any { get; } = new(isPerhaps: true);

    /// <summary>What a list of roles, or what stands in its place, names.</summary>
    public static IEnumerable<RoleTarget> OfList(TemplateSource template, TemplateNode? list, bool isPerhaps = false) =>
        list switch
        {
            null => [],
            TemplateSequence sequence => sequence.SelectMany(item => Of(template, item, isPerhaps)),
            _ when Branches(list) is { } branches => branches.SelectMany(branch => OfList(template, branch, isPerhaps: true)),
            _ => Of(template, list, isPerhaps),
        };

    /// <summary>Whether it names a role.</summary>
    /// <param name="roleId">The role of the template; null for one of the account.</param>
    /// <param name="name">Its name; null where AWS makes one up.</param>
    public RoleMatch Match(string? roleId, RoleNameText? name)
    {
        var match =
            RoleId is not null ? (RoleId == roleId ? ofRole : RoleMatch.No)
            : Text is null ? RoleMatch.May
            : name is not null ? Text.Match(name)
            : Text.MayBeMadeUpFor(roleId) ? RoleMatch.May
            : RoleMatch.No;
        return isPerhaps && match == RoleMatch.Yes ? RoleMatch.May : match;
    }

    /// <summary>What a name, or what gives one, speaks of.</summary>
    private static IEnumerable<RoleTarget> Of(TemplateSource template, TemplateNode target, bool isPerhaps) =>
        Intrinsic.IsNoValue(target) || target is TemplateScalar { Kind: TemplateScalarKind.Null } ? []
        : template.Resource(target, ResourceTypes.Role) is { } named ? [new(isPerhaps, named.Id, RoleMatch.Yes)]
        : Branches(target) is { } branches ? branches.SelectMany(branch => Of(template, branch, isPerhaps: true))
        : ArnThatIsSplit(template, target) is { } split ? [new(isPerhaps, split.Id)]
        : target is TemplateSequence || (target is TemplateMapping && !Intrinsic.IsCall(target)) ? [Any]
        : [new(isPerhaps, text: new(template, target))];

    /// <summary>What a function chooses from where that is written: the values of <c>Fn::If</c>, or the items of a list.</summary>
    private static IEnumerable<TemplateNode>? Branches(TemplateNode node) =>
        Intrinsic.Argument(node, "Fn::If") is TemplateSequence { Items: [_, var value, var other] } ? [value, other]
        : Intrinsic.Argument(node, Intrinsic.Select) is TemplateSequence { Items: [_, TemplateSequence items] } ? items
        : Intrinsic.Argument(node, Intrinsic.Split)
            is TemplateSequence { Items: [TemplateScalar { Text: { Length: > 0 } delimiter }, TemplateScalar { Text: var text }] }
            ? text.Split(delimiter).Select(part => (TemplateNode)part)
        : null;

    /// <summary>The role whose ARN is split to choose a part of it.</summary>
    private static ResourceSource? ArnThatIsSplit(TemplateSource template, TemplateNode node) =>
        Intrinsic.Argument(node, Intrinsic.Select) is TemplateSequence { Items: [_, var list] }
        && Intrinsic.Argument(list, Intrinsic.Split) is TemplateSequence { Items: [_, var arn] }
            ? template.Resource(arn, ResourceTypes.Role)
            : null;
}
