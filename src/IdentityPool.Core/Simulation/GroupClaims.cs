using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>The claims that a user pool puts into the token of a member of groups.</summary>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/cognito-user-pools-user-groups.html</remarks>
internal static class GroupClaims
{
    /// <summary>The claims, and what is to be known about them.</summary>
    /// <exception cref="DefinitionException">A group is a duplicate.</exception>
    public static (TokenClaims Claims, ValueList<RoleDecisionNote> Remarks) Of(IReadOnlyList<UserPoolGroup> groups)
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

    private static string[]? NullIfEmpty(IEnumerable<string> texts) => texts.ToArray() is { Length: > 0 } all ? all : null;
}

/// <summary>A group of a user pool.</summary>
/// <param name="Name">The name.</param>
/// <param name="Role">The role of its members; null when it has none.</param>
/// <param name="Precedence">Its rank, 0 before all others; null behind all others.</param>
internal sealed record UserPoolGroup(string Name, string? Role, int? Precedence);
