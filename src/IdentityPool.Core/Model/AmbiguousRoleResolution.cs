namespace IdentityPools;

/// <summary>What happens when a mapping yields no role.</summary>
public enum AmbiguousRoleResolution
{
    /// <summary>The request is denied.</summary>
    Deny,

    /// <summary>The authenticated role is given.</summary>
    AuthenticatedRole,
}
