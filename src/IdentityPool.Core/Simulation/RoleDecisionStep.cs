namespace IdentityPools;

/// <summary>What decides which role an identity gets.</summary>
public enum RoleDecisionStep
{
    /// <summary>Nobody logged in.</summary>
    Guest,

    /// <summary>The provider has no role mapping.</summary>
    NoMapping,

    /// <summary>The caller asked for a role.</summary>
    CustomRole,

    /// <summary>The token's <c>cognito:preferred_role</c>.</summary>
    PreferredRole,

    /// <summary>The only one of the token's <c>cognito:roles</c>, or the only role of a SAML assertion.</summary>
    SingleRole,

    /// <summary>A rule of the mapping.</summary>
    Rule,

    /// <summary>Nothing of the above, so the mapping's fallback.</summary>
    AmbiguousRoleResolution,
}
