namespace IdentityPools.Planning;

/// <summary>What a definition creates and other definitions may create too: it is one thing, and whoever comes first makes it.</summary>
internal static class SharedParts
{
    /// <summary>The parts by kind and name.</summary>
    public static IEnumerable<string> Find(IdentityPool definition) =>
        definition
            .UserPools.Select(provider => provider.UserPool)
            .Where(userPool => userPool is { IsManaged: true, TypedName: not null })
            .Select(userPool => $"user pool {userPool.TypedName}")
            .Concat(definition.OpenIdConnectProviders.Where(provider => provider.IsManaged).Select(provider => $"OpenID Connect provider {provider.TypedUrl}"))
            .Concat(definition.SamlProviders.Where(provider => provider.IsManaged).Select(provider => $"SAML provider {provider.TypedName}"))
            .Distinct(StringComparer.Ordinal);
}
