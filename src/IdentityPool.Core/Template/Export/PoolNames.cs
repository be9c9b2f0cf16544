using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools.Template;

/// <summary>The logical ids of a pool's parts: the pool's own logical id and the part's own name, never its position.</summary>
internal sealed class PoolNames(IdentityPool pool)
{
    private const string RolePolicySuffix = "Permissions";

    public string Pool => pool.LogicalId;

    public string RoleAttachment => pool.RoleAttachmentLogicalId ?? DefaultRoleAttachment(Pool);

    public string TwitterSecret => DefaultTwitterSecret(Pool);

    public static string DefaultRoleAttachment(string poolId) => poolId + "RoleAttachment";

    public static string DefaultTwitterSecret(string poolId) => poolId + ProviderSecret.DefaultParameterName;

    /// <summary>The name of the policy that a pool gives to a role that exists.</summary>
    public static string RolePolicyName(string poolId) => poolId + RolePolicySuffix;

    /// <summary>The pool whose policy is called so; null for another name.</summary>
    public static string? PoolOfRolePolicy(string policyName) =>
        policyName.EndsWith(RolePolicySuffix, StringComparison.Ordinal) ? policyName[..^RolePolicySuffix.Length] : null;

    public static string DefaultRole(string poolId, string roleName) => poolId + LogicalName.From(roleName) + "Role";

    public static string DefaultClient(string poolId, UserPool userPool, UserPoolClient client) =>
        poolId + userPool.LogicalPart + client.LogicalPart + "Client";

    public string Role(IdentityPoolRole role) => role.LogicalId ?? DefaultRole(Pool, role.Name!);

    public string RolePolicy(IdentityPoolRole role) => Pool + LogicalName.From(Arn.Parse(role.TypedArn!.Literal!).Name) + "RolePolicy";

    public string Client(UserPool userPool, UserPoolClient client) => client.LogicalId ?? DefaultClient(Pool, userPool, client);

    public string PrincipalTag(PrincipalTagMapping tags) => Pool + tags.Provider.LogicalPart + "PrincipalTag";

    /// <summary>The name of a role that the default logical ids tell, or null.</summary>
    public static string? RoleNameOf(string poolId, string logicalId)
    {
        const string Suffix = "Role";
        return
            logicalId.Length > poolId.Length + Suffix.Length
            && logicalId.StartsWith(poolId, StringComparison.Ordinal)
            && logicalId.EndsWith(Suffix, StringComparison.Ordinal)
            ? logicalId[poolId.Length..^Suffix.Length]
            : null;
    }
}

/// <summary>The name of a role within its pool, as a template tells it: by metadata, by the logical id, or by its place.</summary>
internal static class RoleName
{
    /// <summary>Whether the template tells the name without metadata.</summary>
    public static bool IsDefaultFor(IdentityPool pool, IdentityPoolRole role, string logicalId) =>
        role.Name == Create(pool.LogicalId, logicalId, PlaceOf(pool, role));

    /// <summary>The name that a logical id tells.</summary>
    /// <param name="poolId">The logical id of the pool.</param>
    /// <param name="logicalId">The logical id of the role.</param>
    /// <param name="place">Which default role it is, if it is one.</param>
    public static string Create(string poolId, string logicalId, RoleAudience? place) =>
        PoolNames.RoleNameOf(poolId, logicalId) is { Length: <= Limits.RoleNameLength } name && IsFor(name, place)
            ? name
            : place?.ToString() ?? Shortened(logicalId);

    /// <summary>
    /// Whether a name that a logical id seems to tell is one of the role in its place: PoolBAuthenticatedRole is not the role BAuthenticated of Pool but the one of
    /// another pool, and what only rules choose has not the name of a default role.
    /// </summary>
    private static bool IsFor(string name, RoleAudience? place) =>
        place is { } audience
            ? name == audience.ToString() || !Enum.GetNames<RoleAudience>().Any(other => name.EndsWith(other, StringComparison.Ordinal))
            : !Enum.GetNames<RoleAudience>().Contains(name, StringComparer.OrdinalIgnoreCase);

    private static RoleAudience? PlaceOf(IdentityPool pool, IdentityPoolRole role) =>
        pool.AuthenticatedRole?.IsSameRole(role) == true ? RoleAudience.Authenticated
        : pool.UnauthenticatedRole?.IsSameRole(role) == true ? RoleAudience.Unauthenticated
        : null;

    private static string Shortened(string logicalId) => logicalId.Length <= Limits.RoleNameLength ? logicalId : logicalId[..Limits.RoleNameLength];
}
