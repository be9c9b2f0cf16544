namespace IdentityPools.Simulation;

/// <summary>Which role an identity gets in the enhanced flow.</summary>
/// <param name="Step">What decided.</param>
/// <param name="Role">The role; null when there is none, or the request is denied.</param>
/// <param name="IsDenied">Whether the mapping denies the request; without a role and without denial the pool lacks the role that the identity should get.</param>
/// <param name="Rule">The rule that decided.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
internal sealed record RoleSelection(RoleSelectionStep Step, IdentityPoolRole? Role, bool IsDenied = false, RoleMappingRule? Rule = null)
{
    /// <summary>The role of somebody who did not log in. Mappings do not reach guests, and guests choose no role.</summary>
    public static RoleSelection OfGuest(IdentityPoolRole? unauthenticatedRole, IdentityPoolRole? customRole = null) =>
        customRole is null ? new(RoleSelectionStep.Guest, unauthenticatedRole) : Denied(RoleSelectionStep.CustomRole);

    /// <summary>The role of somebody who logged in.</summary>
    /// <param name="mapping">The mapping of the provider; null when it has none.</param>
    /// <param name="authenticatedRole">The pool's role for identities that no mapping gives one.</param>
    /// <param name="claims">The claims of the token.</param>
    /// <param name="customRole">The role that the caller asks for.</param>
    public static RoleSelection OfLogin(RoleMapping? mapping, IdentityPoolRole? authenticatedRole, TokenClaims claims, IdentityPoolRole? customRole = null) =>
        mapping switch
        {
            null when customRole is not null => Denied(RoleSelectionStep.CustomRole),
            null => new(RoleSelectionStep.NoMapping, authenticatedRole),
            { Type: RoleMappingType.Token } => FromToken(claims, customRole) ?? Fallback(mapping, authenticatedRole),
            _ => FromRules(mapping.Rules, claims, customRole) ?? Fallback(mapping, authenticatedRole),
        };

    private static RoleSelection? FromToken(TokenClaims claims, IdentityPoolRole? customRole)
    {
        var roles = claims.List(TokenClaims.Roles);
        if (customRole is not null)
        {
            return roles.Any(role => customRole.Arn == role) ? new(RoleSelectionStep.CustomRole, customRole) : Denied(RoleSelectionStep.CustomRole);
        }

        return claims.Text(TokenClaims.PreferredRole) is { Length: > 0 } preferred ? new(RoleSelectionStep.PreferredRole, preferred)
            : roles is [var only] ? new(RoleSelectionStep.SingleRole, only)
            : null;
    }

    private static RoleSelection? FromRules(IEnumerable<RoleMappingRule> rules, TokenClaims claims, IdentityPoolRole? customRole)
    {
        var matching = rules.Where(rule => Matches(rule, claims));
        if (customRole is null)
        {
            return matching.FirstOrDefault() is { } first ? new(RoleSelectionStep.Rule, first.MappedRole, Rule: first) : null;
        }

        return matching.FirstOrDefault(rule => rule.MappedRole.IsSameRole(customRole)) is { } chosen
            ? new(RoleSelectionStep.CustomRole, chosen.MappedRole, Rule: chosen)
            : Denied(RoleSelectionStep.CustomRole);
    }

    private static RoleSelection Fallback(RoleMapping mapping, IdentityPoolRole? authenticatedRole) =>
        mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.Deny
            ? Denied(RoleSelectionStep.AmbiguousRoleResolution)
            : new(RoleSelectionStep.AmbiguousRoleResolution, authenticatedRole);

    /// <summary>A rule on a claim that the token lacks does not match, whatever its kind.</summary>
    private static bool Matches(RoleMappingRule rule, TokenClaims claims) =>
        rule.Claim.Literal is { } name
        && rule.ClaimValue.Literal is { } expected
        && claims.Text(name) is { } actual
        && rule.MatchType switch
        {
            ClaimMatchType.Equals => actual == expected,
            ClaimMatchType.NotEqual => actual != expected,
            ClaimMatchType.StartsWith => actual.StartsWith(expected, StringComparison.Ordinal),
            _ => actual.Contains(expected, StringComparison.Ordinal),
        };

    private static RoleSelection Denied(RoleSelectionStep step) => new(step, null, IsDenied: true);
}
