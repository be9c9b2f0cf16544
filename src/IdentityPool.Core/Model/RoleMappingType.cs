namespace IdentityPools;

/// <summary>Where a mapping takes the role from.</summary>
public enum RoleMappingType
{
    /// <summary>From the token: <c>cognito:preferred_role</c> and <c>cognito:roles</c>.</summary>
    Token,

    /// <summary>From rules over the token's claims.</summary>
    Rules,
}
