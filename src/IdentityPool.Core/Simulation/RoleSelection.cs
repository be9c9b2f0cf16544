namespace IdentityPools.Simulation;

/// <summary>Which role an identity gets in the enhanced flow.</summary>
/// <param name="Step">What decided.</param>
/// <param name="Role">The role's ARN, or the name of a managed role; null when there is none, or the request is denied.</param>
/// <param name="IsDenied">Whether the mapping denies the request; without a role and without denial the pool lacks the role that the identity should get.</param>
/// <param name="Position">The place of the rule that decided, from 0; -1 when none did.</param>
/// <param name="IsUndetermined">Whether it can be told only when the pool is deployed: the rule at that place, or else another part of the pool.</param>
/// <remarks>https://docs.aws.amazon.com/cognito/latest/developerguide/role-based-access-control.html</remarks>
internal readonly record struct RoleSelection(
    RoleDecisionStep Step,
    string? Role,
    bool IsDenied = false,
    int Position = RoleSelection.NoRule,
    bool IsUndetermined = false
)
{
    public const int NoRule = -1;

    /// <summary>The pool does not take the token, so that no role is looked for.</summary>
    public static readonly RoleSelection RefusedToken = Denied(RoleDecisionStep.Token);

    /// <summary>The role of someone who did not log in. Mappings do not reach guests, and guests choose no role.</summary>
    public static RoleSelection OfGuest(IdentityPoolRole? unauthenticatedRole, string? customRole = null) =>
        customRole is null ? new(RoleDecisionStep.Guest, unauthenticatedRole?.ToString()) : Denied(RoleDecisionStep.CustomRole);

    /// <summary>The role of someone who logged in.</summary>
    /// <param name="mapping">The mapping of the provider; null when it has none.</param>
    /// <param name="authenticatedRole">The pool's role for identities that no mapping gives one.</param>
    /// <param name="claims">The claims of the token.</param>
    /// <param name="customRole">The role that the caller asks for.</param>
    /// <param name="isSaml">Whether the claims are the attributes of a SAML assertion, which may list roles.</param>
    /// <param name="reading">How what AWS does not document is read.</param>
    public static RoleSelection OfLogin(
        RoleMapping? mapping,
        IdentityPoolRole? authenticatedRole,
        TokenClaims claims,
        string? customRole = null,
        bool isSaml = false,
        ClaimReading reading = default
    ) =>
        mapping switch
        {
            null when isSaml && claims[TokenClaims.SamlRoles] is not null => FromAssertion(claims, authenticatedRole, customRole),
            null when customRole is not null => Denied(RoleDecisionStep.CustomRole),
            null => new(RoleDecisionStep.NoMapping, authenticatedRole?.ToString()),
            { Type: RoleMappingType.Token } => FromToken(claims, customRole) ?? Fallback(mapping, authenticatedRole),
            _ => FromRules(mapping.Rules, claims, customRole, reading) ?? Fallback(mapping, authenticatedRole),
        };

    /// <summary>Whether the token names the role, so that it is one of a group and need not be one of the pool.</summary>
    public bool IsOfToken(RoleMapping? mapping) =>
        mapping is { Type: RoleMappingType.Token } && Step is (RoleDecisionStep.PreferredRole or RoleDecisionStep.SingleRole or RoleDecisionStep.CustomRole);

    /// <summary>What happens when no role can be told.</summary>
    public static RoleSelection Fallback(RoleMapping mapping, IdentityPoolRole? authenticatedRole) =>
        mapping.AmbiguousRoleResolution == AmbiguousRoleResolution.Deny
            ? Denied(RoleDecisionStep.AmbiguousRoleResolution)
            : new(RoleDecisionStep.AmbiguousRoleResolution, authenticatedRole?.ToString());

    /// <summary>Whether the caller means that role: by its ARN, or a managed one by its name.</summary>
    public static bool IsNamed(IdentityPoolRole role, string name) =>
        role.TypedArn?.Literal == name || (role.IsManaged && string.Equals(role.ToString(), name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The roles that a SAML assertion lists. Each stands there with its provider, so only ARNs of roles count.</summary>
    public static IReadOnlyList<string> RolesOfAssertion(TokenClaims claims) =>
        [.. claims.List(TokenClaims.SamlRoles).Where(arn => arn.Contains(":role/", StringComparison.Ordinal))];

    /// <summary>Without a mapping the roles of an assertion count: its only one, or the one that the caller asks for.</summary>
    private static RoleSelection FromAssertion(TokenClaims claims, IdentityPoolRole? authenticatedRole, string? customRole) =>
        (RolesOfAssertion(claims), customRole) switch
        {
            ({ Count: 0 }, null) => new(RoleDecisionStep.NoMapping, authenticatedRole?.ToString()),
            ([var only], null) => new(RoleDecisionStep.SingleRole, only),
            (_, null) => Denied(RoleDecisionStep.SingleRole),
            (var roles, _) when roles.Contains(customRole) => new(RoleDecisionStep.CustomRole, customRole),
            _ => Denied(RoleDecisionStep.CustomRole),
        };

    private static RoleSelection? FromToken(TokenClaims claims, string? customRole)
    {
        if (customRole is not null)
        {
            return claims.List(TokenClaims.Roles).Contains(customRole) ? new(RoleDecisionStep.CustomRole, customRole) : Denied(RoleDecisionStep.CustomRole);
        }

        return Preferred(claims) is { } preferred ? new(RoleDecisionStep.PreferredRole, preferred)
            : claims.List(TokenClaims.Roles) is [var only] ? new(RoleDecisionStep.SingleRole, only)
            : null;
    }

    /// <summary>The preferred role of a token; null where it names none.</summary>
    public static string? Preferred(TokenClaims claims) =>
        claims[TokenClaims.PreferredRole] is { Kind: not ClaimKind.Object, Items: [var text] } && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static RoleSelection? FromRules(ValueList<RoleMappingRule> rules, TokenClaims claims, string? customRole, ClaimReading reading)
    {
        for (var position = 0; position < rules.Count; position++)
        {
            var rule = rules[position];
            if (customRole is not null && !IsNamed(rule.MappedRole, customRole))
            {
                continue;
            }

            switch (RuleMatch.Evaluate(rule, claims, reading))
            {
                case null:
                    return new(RoleDecisionStep.Rule, null, Position: position, IsUndetermined: true);
                case true:
                    return new(customRole is null ? RoleDecisionStep.Rule : RoleDecisionStep.CustomRole, rule.MappedRole.ToString(), Position: position);
            }
        }

        return customRole is null ? null : Denied(RoleDecisionStep.CustomRole);
    }

    /// <summary>A decision that depends on parts of the pool which only a deployed stack knows.</summary>
    public static RoleSelection Undetermined(RoleDecisionStep step) => new(step, null, IsUndetermined: true);

    private static RoleSelection Denied(RoleDecisionStep step) => new(step, null, IsDenied: true);
}
