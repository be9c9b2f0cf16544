namespace IdentityPools;

/// <summary>Which identities may assume a role: the <c>amr</c> of its trust policy.</summary>
public enum RoleAudience
{
    /// <summary>Users who signed in.</summary>
    Authenticated,

    /// <summary>Guests.</summary>
    Unauthenticated,
}
