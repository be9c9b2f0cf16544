using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <summary>A rule that gives a role to identities whose claim matches.</summary>
public sealed record RoleMappingRule
{
    private RoleMappingRule(TemplateValue claim, ClaimMatchType matchType, TemplateValue claimValue, IdentityPoolRole mappedRole) =>
        (Claim, MatchType, ClaimValue, MappedRole) = (claim, matchType, claimValue, mappedRole);

    /// <summary>The claim of the token that is looked at, 1 to 64 characters.</summary>
    public TemplateValue Claim { get; }

    /// <summary>How the claim is compared.</summary>
    public ClaimMatchType MatchType { get; }

    /// <summary>What the claim is compared with, 1 to 128 characters, literally.</summary>
    public TemplateValue ClaimValue { get; }

    /// <summary>The role that a match gives.</summary>
    public IdentityPoolRole MappedRole { get; private init; }

    internal static RoleMappingRule Create(TemplateValue claim, ClaimMatchType matchType, TemplateValue claimValue, IdentityPoolRole mappedRole)
    {
        if (mappedRole is { IsManaged: true, Name: null })
        {
            throw Fault.Of(nameof(Messages.MappedRoleWithoutName), mappedRole);
        }

        return mappedRole.For == RoleAudience.Authenticated
            ? new(Limits.Claim.Check(claim), matchType, Limits.ClaimValue.Check(claimValue), mappedRole)
            : throw Fault.Of(nameof(Messages.MappedRoleForGuests), mappedRole, mappedRole);
    }

    internal RoleMappingRule WithRole(IdentityPoolRole role) => ReferenceEquals(MappedRole, role) ? this : this with { MappedRole = role };

    /// <summary>The rule on one line.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => $"{Claim} {MatchType} {ClaimValue} -> {MappedRole}";
}
