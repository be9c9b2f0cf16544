using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>Groups of the user pools, whose roles are roles of the pool.</content>
public sealed partial record IdentityPool
{
    /// <summary>The pool with more groups of a user pool.</summary>
    /// <exception cref="DefinitionException">The pool has one of them already, or not the role that it names.</exception>
    internal IdentityPool WithUserPoolGroups(UserPool userPool, IEnumerable<UserPoolGroup> added) =>
        WithUserPoolGroups([.. added.Select(group => group.WithUserPool(userPool))]);

    /// <summary>The same for groups that know their user pools.</summary>
    internal IdentityPool WithUserPoolGroups(IReadOnlyCollection<UserPoolGroup> added)
    {
        CheckIsWhole();
        if (added.Count == 0)
        {
            return this;
        }

        return (
            this with
            {
                UserPoolGroups = [.. UserPoolGroups, .. added.Select(group => group.WithRole(group.Role is { } role ? Held(role) : null))],
            }
        ).Settled();
    }

    /// <summary>The pool without some groups of a user pool.</summary>
    /// <exception cref="DefinitionException">The pool does not have one of them.</exception>
    internal IdentityPool WithoutUserPoolGroups(UserPool userPool, IReadOnlyCollection<TemplateValue> names)
    {
        CheckIsWhole();
        var known = GroupsOf(userPool).ToList();
        foreach (var name in names.Where(name => !known.Exists(group => IsNamed(group, name))))
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UserPoolGroupNotFound),
                this,
                this,
                name,
                userPool,
                Listed(known),
                NearMiss.Question(NearMiss.Find(name.ToString(), known.Select(group => group.ToString())))
            );
        }

        return (
            this with
            {
                UserPoolGroups = UserPoolGroups.Where(group => !known.Contains(group) || !names.Any(name => IsNamed(group, name))).ToValueList(),
            }
        ).Settled();
    }

    /// <summary>The groups of a user pool.</summary>
    internal IEnumerable<UserPoolGroup> GroupsOf(UserPool userPool) => UserPoolGroups.Where(group => group.UserPool!.IsSamePool(userPool));

    /// <summary>Names of groups differ by case.</summary>
    private static bool IsNamed(UserPoolGroup group, TemplateValue name) => group.TypedName is { } known ? known == name : group.ToString() == name.Literal;
}
