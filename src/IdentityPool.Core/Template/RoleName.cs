namespace IdentityPools.Template;

/// <summary>The name of a role within its pool, as a template tells it: by metadata, by the logical id, or by its place.</summary>
internal static class RoleName
{
    /// <summary>Whether the template tells the name without metadata.</summary>
    public static bool Tells(IdentityPool pool, IdentityPoolRole role, string logicalId) => role.Name == Of(pool.LogicalId, logicalId, PlaceOf(pool, role));

    /// <summary>The name that a logical id tells.</summary>
    /// <param name="poolId">The logical id of the pool.</param>
    /// <param name="logicalId">The logical id of the role.</param>
    /// <param name="place">Which default role it is, if it is one.</param>
    public static string Of(string poolId, string logicalId, RoleAudience? place) =>
        PoolNames.RoleNameOf(poolId, logicalId) is { Length: <= 64 } name ? name : place?.ToString() ?? Shortened(logicalId);

    private static RoleAudience? PlaceOf(IdentityPool pool, IdentityPoolRole role) =>
        pool.AuthenticatedRole?.IsSameRole(role) == true ? RoleAudience.Authenticated
        : pool.UnauthenticatedRole?.IsSameRole(role) == true ? RoleAudience.Unauthenticated
        : null;

    private static string Shortened(string logicalId) => logicalId.Length <= 64 ? logicalId : logicalId[..64];
}
