namespace IdentityPools.Model;

/// <summary>How much of a pool a definition knows, from all of it to the least.</summary>
internal enum PoolExtent
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>What DescribeIdentityPool tells: its name, flags, providers and tags.</summary>
    Settings,

    /// <summary>Nothing but its id.</summary>
    Id,
}

/// <summary>What of a pool is not known: the names of its properties.</summary>
internal static class UnreadPart
{
    private static readonly ValueList<string> BesideSettings =
    [
        nameof(IdentityPool.RoleMappings),
        nameof(IdentityPool.AuthenticatedRole),
        nameof(IdentityPool.UnauthenticatedRole),
        nameof(IdentityPool.Roles),
        nameof(IdentityPool.PrincipalTags),
        nameof(IdentityPool.UserPoolGroups),
    ];

    private static readonly ValueList<string> BesideId =
    [
        nameof(IdentityPool.Name),
        nameof(IdentityPool.AllowUnauthenticatedIdentities),
        nameof(IdentityPool.AllowClassicFlow),
        nameof(IdentityPool.UserPools),
        nameof(IdentityPool.LoginProviders),
        nameof(IdentityPool.OpenIdConnectProviders),
        nameof(IdentityPool.SamlProviders),
        nameof(IdentityPool.DeveloperProviderName),
        nameof(IdentityPool.Providers),
        .. BesideSettings,
        nameof(IdentityPool.Tags),
    ];

    /// <summary>What is not known of a pool of which so much is known.</summary>
    public static ValueList<string> Of(PoolExtent extent) =>
        extent switch
        {
            PoolExtent.Whole => [],
            PoolExtent.Settings => BesideSettings,
            _ => BesideId,
        };
}
