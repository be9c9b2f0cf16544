using IdentityPools.Values;

namespace IdentityPools.Views;

/// <summary>A definition as a tree: who may sign in, who gets which role, and what each role may do. Headings are the names of properties.</summary>
internal static class PoolTree
{
    public static ViewNode Create(IdentityPool pool) =>
        new(pool.Id is null ? $"{pool}" : $"{pool} ({pool.Id})", ViewTone.Heading)
        {
            Children =
            [
                .. pool.IsReference ? Nothing : [new($"{nameof(pool.AllowUnauthenticatedIdentities)}: {pool.AllowUnauthenticatedIdentities}")],
                .. pool.AllowClassicFlow is { } classic ? [new($"{nameof(pool.AllowClassicFlow)}: {classic}")] : Nothing,
                .. Section(nameof(pool.Providers), pool.Providers),
                .. Section(nameof(pool.RoleMappings), pool.RoleMappings.Select(Create)),
                .. Section(nameof(pool.Roles), pool.Roles.Select(role => Create(role, UseOf(pool, role)))),
                .. Section(nameof(pool.TrustingRoles), pool.TrustingRoles.Select(role => new ViewNode(role.ToString()))),
                .. Section(nameof(pool.UserPoolGroups), pool.UserPoolGroups.Select(Line)),
                .. Section(nameof(pool.PrincipalTags), pool.PrincipalTags),
                .. Section(nameof(pool.Tags), pool.TypedTags.Select(tag => $"{tag.Key}={tag.Value}")),
                .. Section(nameof(pool.Suppressions), pool.Suppressions),
                .. Section(nameof(pool.UnknownParts), pool.UnknownParts.Select(part => new ViewNode(part.Place, ViewTone.Warning))),
                .. pool.UnreadParts.Select(part => new ViewNode($"{part}: {Messages.NotRead}", ViewTone.Quiet)),
            ],
        };

    public static ViewNode Create(RoleMapping mapping) =>
        new(mapping.Provider.ToString(), ViewTone.Heading)
        {
            Children =
            [
                .. mapping.Type == RoleMappingType.Token
                    ? [new($"{nameof(mapping.Type)}: {mapping.Type}")]
                    : mapping.Rules.Select((rule, index) => new ViewNode($"{index + 1}. {rule}")),
                new($"{nameof(mapping.AmbiguousRoleResolution)}: {mapping.AmbiguousRoleResolution}"),
            ],
        };

    public static ViewNode Create(IdentityPoolRole role) => Create(role, $"{nameof(role.For)}: {role.For}");

    public static ViewNode Create(PolicyStatement statement) =>
        new(statement.Sid is null ? $"{statement.Effect}" : $"{statement.Effect} ({statement.Sid})", Tone(statement) ?? ViewTone.Heading)
        {
            Children =
            [
                .. Section(nameof(statement.Actions), statement.TypedActions),
                .. Section(nameof(statement.NotActions), statement.TypedNotActions),
                .. Section(nameof(statement.Resources), statement.TypedResources),
                .. Section(nameof(statement.NotResources), statement.TypedNotResources),
                .. statement.Condition is { } condition ? [new($"{nameof(statement.Condition)}: {condition}")] : Nothing,
            ],
        };

    private static ViewNode Create(IdentityPoolRole role, string use) =>
        new($"{role} ({use})", ViewTone.Heading)
        {
            Children =
            [
                .. role is { IsManaged: true, TypedArn: { } arn } ? [new($"{nameof(role.Arn)}: {arn}")] : Nothing,
                .. role.Statements.Select(statement => new ViewNode(statement.ToString(), Tone(statement) ?? ViewTone.Plain)),
                .. role.TypedManagedPolicyArns.Select(policy => new ViewNode(policy.ToString())),
                .. role.UnknownParts.Count > 0 ? [new(MessageText.Format(nameof(Messages.RoleNotAllTold)), ViewTone.Warning)] : Nothing,
            ],
        };

    private static IEnumerable<ViewNode> Nothing => [];

    private static string Line(UserPoolGroup group) =>
        $"{group.UserPool} {group}{(group.Precedence is { } precedence ? $" ({precedence})" : "")}{(group.Role is { } role ? $" -> {role}" : "")}";

    private static string UseOf(IdentityPool pool, IdentityPoolRole role) =>
        pool.AuthenticatedRole == role ? nameof(pool.AuthenticatedRole)
        : pool.UnauthenticatedRole == role ? nameof(pool.UnauthenticatedRole)
        : pool.RoleMappings.Any(mapping => mapping.Rules.Any(rule => rule.MappedRole.IsSameRole(role))) ? nameof(RoleMappingRule.MappedRole)
        : nameof(pool.UserPoolGroups);

    private static ViewTone? Tone(PolicyStatement statement) => statement.Effect == PolicyEffect.Deny ? ViewTone.Warning : null;

    private static IEnumerable<ViewNode> Section(string title, IEnumerable<object> values) =>
        Section(title, values.Select(value => new ViewNode(value.ToString()!)));

    private static IEnumerable<ViewNode> Section(string title, IEnumerable<ViewNode> nodes)
    {
        var children = nodes.ToList();
        return children.Count == 0 ? [] : [new(title) { Children = children }];
    }
}
