using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>The claims that a user pool puts into the token of a member of groups.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html</remarks>
internal static class GroupClaims
{
    /// <summary>The claims, and what is to be known about them.</summary>
    /// <exception cref="DefinitionException">A group is a duplicate.</exception>
    public static (TokenClaims Claims, ValueList<RoleDecisionNote> Remarks) Of(IReadOnlyList<TokenGroup> groups)
    {
        if (groups.GroupBy(group => group.Name, StringComparer.Ordinal).FirstOrDefault(same => same.Count() > 1) is { Key: var repeated })
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateGroup), repeated, repeated);
        }

        var ranked = groups.Where(group => group.Role is not null).OrderBy(group => group.Precedence is null).ThenBy(group => group.Precedence).ToList();
        var first = ranked.TakeWhile(group => group.Precedence == ranked[0].Precedence).ToList();
        var roles = first.Select(group => group.Role!).Distinct(StringComparer.Ordinal).ToList();
        var claims = new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            [TokenClaims.Groups] = NullIfEmpty(groups.Select(group => group.Name)),
            [TokenClaims.Roles] = NullIfEmpty(ranked.Select(group => group.Role!).Distinct(StringComparer.Ordinal)),
            [TokenClaims.PreferredRole] = roles is [var only] ? only : null,
        };
        return (
            TokenClaims.FromDictionary(claims),
            roles.Count > 1
                ?
                [
                    RoleDecisionNote.Create(
                        nameof(Messages.NoteGroupTie),
                        string.Join(", ", first.Select(group => group.Name)),
                        first[0].Precedence is { } rank ? rank : "no"
                    ),
                ]
                : []
        );
    }

    /// <summary>A group that is only named, as the definition has it.</summary>
    /// <exception cref="DefinitionException">The definition has no such group, and nothing but its name was given.</exception>
    public static TokenGroup Known(IdentityPool pool, ProviderReference provider, TokenGroup group)
    {
        if (group is not { Role: null, Precedence: null })
        {
            return group;
        }

        var groups = provider is UserPoolReference { UserPool: var userPool } ? pool.GroupsOf(userPool).ToList() : [];
        return groups.Find(known => known.TypedName?.Literal == group.Name) is { } found ? new(group.Name, found.Role?.ToString(), found.Precedence)
            : !group.IsNameOnly ? group
            : throw DefinitionErrors.Create(
                nameof(Messages.UserPoolGroupNotFound),
                pool,
                pool,
                group.Name,
                (provider as UserPoolReference)?.UserPool ?? (object)provider,
                string.Join(", ", groups.Select(known => known.ToString()).DefaultIfEmpty(Messages.None)),
                NearMiss.Question(NearMiss.Find(group.Name, groups.Select(known => known.ToString())))
            );
    }

    private static string[]? NullIfEmpty(IEnumerable<string> texts) => texts.ToArray() is { Length: > 0 } all ? all : null;
}

/// <summary>A group of a user pool, as it stands in tokens.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role of its members; null when it has none.</param>
/// <param name="Precedence">Its rank, 0 before all others; null behind all others.</param>
internal sealed record TokenGroup(string Name, string? Role, int? Precedence)
{
    /// <summary>Whether nothing but the name was given: the rest is what the definition says.</summary>
    public bool IsNameOnly { get; init; }
}
