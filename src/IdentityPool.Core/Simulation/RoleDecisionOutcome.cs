namespace IdentityPools;

/// <summary>What comes of a request for credentials.</summary>
public enum RoleDecisionOutcome
{
    /// <summary>The identity gets a role.</summary>
    Role,

    /// <summary>The request is refused.</summary>
    Denied,

    /// <summary>It depends on something that is known only when the pool is deployed.</summary>
    Undetermined,
}
