using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Values;

namespace IdentityPools.Diagrams;

/// <summary>A role with what it may do.</summary>
internal sealed class PictureRole
{
    public PictureRole(PoolPicture picture, IdentityPoolRole role)
    {
        Role = role;
        Name = ShownText.Of(role.IsManaged ? role.ToString() : ShortOf(role.Arn!));
        Detail = ShownText.Of(role.IsManaged ? role.Arn?.ToString() ?? Messages.PictureManagedRole : role.Arn!.ToString());
        Permissions = [.. PermissionsOf(picture.Pool, role).Select(ShownText.Of)];
        Findings = picture.About(subject => subject is { Kind: FindingSubjectKind.Role, Role: { } found } && found == role);
    }

    public IdentityPoolRole Role { get; }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>Its ARN, or what there is to say in its place.</summary>
    public string Detail { get; }

    /// <summary>For whom it is.</summary>
    public string Audience => Role.For == RoleAudience.Authenticated ? Messages.PictureForUsers : Messages.PictureForGuests;

    /// <summary>What it may do, a line for each statement and each policy.</summary>
    public IReadOnlyList<string> Permissions { get; }

    public IReadOnlyList<IdentityPoolFinding> Findings { get; }

    /// <summary>What is said of a role without permissions.</summary>
    public string NoPermissions => Role.IsManaged || Role.TrustAsRead is not null ? Messages.PictureNoPermissions : Messages.PictureUnknownPermissions;

    private static string ShortOf(TemplateValue arn) =>
        arn.Literal is { } text
            ? text[(text.LastIndexOf('/') + 1)..]
            : Intrinsic.RefName(arn.Node) ?? Intrinsic.Attribute(arn.Node)?.Resource ?? arn.ToString();

    private static IEnumerable<string> PermissionsOf(IdentityPool pool, IdentityPoolRole role) =>
        [
            .. role.Statements.Select(statement => statement.ToString()),
            .. RoleDocuments
                .Of(pool, role)
                .Policies.Where(policy => policy.Name != Bookkeeping.PolicyName || role.Statements.Count == 0)
                .SelectMany(policy => policy.Policy.Statements)
                .Select(Line),
            .. role.ManagedPolicyArns.Concat(role.Evidence.ManagedPolicyArns).Distinct().Select(arn => $"{Messages.PictureManagedPolicy} {arn}"),
        ];

    private static string Line(ParsedStatement statement) =>
        $"{(statement.Allows ? PolicyEffect.Allow : PolicyEffect.Deny)} {List(statement.Actions, statement.NotActions)} on "
        + List(statement.Resources, statement.NotResources)
        + (statement.Conditions.Count == 0 ? "" : $" if {string.Join(" and ", statement.Conditions.Select(Line))}");

    private static string Line(PolicyCondition condition) => $"{condition.Operator} {condition.Key} {string.Join(", ", condition.Values)}";

    private static string List(IReadOnlyList<string>? these, IReadOnlyList<string>? others) =>
        these is { Count: > 0 } ? string.Join(", ", these) : $"all but {string.Join(", ", others ?? [])}";
}
