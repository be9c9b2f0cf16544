namespace IdentityPools;

/// <summary>What a policy statement does.</summary>
public enum PolicyEffect
{
    /// <summary>Allows.</summary>
    Allow,

    /// <summary>Denies, whatever else allows.</summary>
    Deny,
}
