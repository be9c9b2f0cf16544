using IdentityPools.Model;

namespace IdentityPools.Template;

/// <summary>Which part of a pool a place of its template tells.</summary>
internal static class UnknownPlaces
{
    public const string Condition = nameof(Condition);
    public const string Roles = nameof(Roles);
    public const string RoleMappings = nameof(RoleMappings);

    /// <summary>The place of a default role by its key.</summary>
    public static string OfRole(string key) => $"{Roles}.{key}";

    /// <summary>The place of a role mapping by its key.</summary>
    public static string OfMapping(string key) => $"{RoleMappings}.{key}";

    public static UnknownPartKind KindOf(string type, string place) =>
        type switch
        {
            ResourceTypes.IdentityPool => OfPool(place),
            ResourceTypes.RoleAttachment => OfAttachment(place),
            ResourceTypes.PrincipalTag => UnknownPartKind.PrincipalTags,
            _ => UnknownPartKind.Other,
        };

    private static UnknownPartKind OfPool(string place) =>
        place switch
        {
            "IdentityPoolName" => UnknownPartKind.Name,
            nameof(IdentityPool.AllowUnauthenticatedIdentities) => UnknownPartKind.Guests,
            nameof(IdentityPool.AllowClassicFlow) => UnknownPartKind.ClassicFlow,
            "CognitoIdentityProviders"
            or "SupportedLoginProviders"
            or "OpenIdConnectProviderARNs"
            or "SamlProviderARNs"
            or nameof(IdentityPool.DeveloperProviderName) => UnknownPartKind.Providers,
            _ => UnknownPartKind.Other,
        };

    private static UnknownPartKind OfAttachment(string place) =>
        place == Condition ? UnknownPartKind.RoleAttachment
        : place == Roles ? UnknownPartKind.DefaultRoles
        : place == OfRole("authenticated") ? UnknownPartKind.AuthenticatedRole
        : place == OfRole("unauthenticated") ? UnknownPartKind.UnauthenticatedRole
        : place.StartsWith(RoleMappings, StringComparison.Ordinal) ? UnknownPartKind.RoleMappings
        : UnknownPartKind.Other;
}
