using IdentityPools.Model;

namespace IdentityPools.Completion;

/// <summary>Completes roles that the pool on the line holds: by their name, or by their ARN; and variables that hold a role.</summary>
public sealed class HeldRoleCompleter : PartCompleter<IdentityPoolRole>
{
    private protected override IEnumerable<Suggestion> Parts(IdentityPool pool, CompletionLine line) =>
        pool.RoleNames().Select(name => Suggestion.Create(name, nameof(Messages.CompletedRole), name));
}

/// <summary>Completes the names of groups that the pool on the line has, of the user pool that the line names.</summary>
public sealed class UserPoolGroupNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from pool in line.Pools
        from @group in line.Provider is UserPoolReference { UserPool: var userPool } ? pool.GroupsOf(userPool) : pool.UserPoolGroups
        where @group.TypedName?.Literal is not null
        select Suggestion.Create(@group.TypedName!.Literal!, nameof(Messages.CompletedGroupOfPool), @group.UserPool, pool);
}

/// <summary>Completes the keys of tags that the pool on the line has, or the role that the line names.</summary>
public sealed class TagKeyCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        line.Pools.SelectMany(pool => Tags(pool, line).Select(tag => Suggestion.Create(tag.Key, nameof(Messages.CompletedTag), tag.Value, pool)));

    /// <summary>The tags of the pool, or of its role where the line is about one.</summary>
    internal static ValueMap<TemplateValue> Tags(IdentityPool pool, CompletionLine line) =>
        line.Command != "Set-IdentityPoolRole" ? pool.TypedTags
        : line.Arguments.Texts("Name").FirstOrDefault() is { } name && HeldRole.Find(pool, name) is { } role ? role.TypedTags
        : ValueMap<TemplateValue>.Empty;
}

/// <summary>Completes the session tags that the provider on the line gets.</summary>
public sealed class PrincipalTagNameCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from pool in line.Pools
        let provider = line.Provider is { } named ? pool.Bound(named).WithoutClient : null
        from tags in pool.PrincipalTags
        where provider is null || tags.Provider.Equals(provider)
        from tag in tags.TypedTags
        select Suggestion.Create(tag.Key, nameof(Messages.CompletedPrincipalTag), tag.Value, tags.Provider);
}

/// <summary>Completes the places of the rules of the provider on the line.</summary>
public sealed class RulePlaceCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from pool in line.Pools
        let provider = line.Provider is { } named ? pool.Bound(named) : null
        from mapping in pool.RoleMappings
        where mapping.Provider.Equals(provider)
        from rule in mapping.Rules.Select((rule, index) => (Text: rule.ToString(), Place: index + 1))
        select Suggestion.ForNumber(rule.Place, rule.Text);
}

/// <summary>Completes what the role on the line is granted: its statements by their name, their actions and resources, its managed policies.</summary>
public sealed class StatementCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) =>
        from pool in line.Pools
        let role = line.Arguments.Texts("Role").FirstOrDefault() is { } name ? HeldRole.Find(pool, name) : null
        where role is not null
        from suggestion in Values(role, line)
        select suggestion;

    private static IEnumerable<Suggestion> Values(IdentityPoolRole role, CompletionLine line) =>
        line.Parameter switch
        {
            "Sid" => role.Statements.Where(statement => statement.Sid is not null).Select(statement => new Suggestion(statement.Sid!, statement.ToString())),
            "ManagedPolicyArn" => Literals(role.TypedManagedPolicyArns, role),
            "Resource" => Literals(role.Statements.Where(IsAllowed).SelectMany(statement => statement.TypedResources), role),
            _ => Literals(role.Statements.Where(IsAllowed).SelectMany(statement => statement.TypedActions), role),
        };

    private static bool IsAllowed(PolicyStatement statement) => statement.Effect == PolicyEffect.Allow;

    private static IEnumerable<Suggestion> Literals(IEnumerable<TemplateValue> values, IdentityPoolRole role) =>
        values.Select(value => value.Literal).OfType<string>().Select(text => Suggestion.Create(text, nameof(Messages.CompletedGrantOfRole), role));
}

/// <summary>A role by a name that may be half a word.</summary>
internal static class HeldRole
{
    /// <summary>The role; null where the pool has none of that name.</summary>
    public static IdentityPoolRole? Find(IdentityPool pool, string name) =>
        pool.RoleNames().Contains(name, StringComparer.OrdinalIgnoreCase) ? pool.FindRole(name) : null;
}
