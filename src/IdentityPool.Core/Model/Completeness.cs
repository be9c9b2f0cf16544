using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Model;

/// <summary>What has to be true of a definition when it leaves: every provider that is mapped is a provider of the pool, and all is known that a role may do.</summary>
internal static class Completeness
{
    /// <exception cref="DefinitionException">The pool is not wholly known, or something is missing.</exception>
    public static void Check(IdentityPool pool)
    {
        pool.CheckIsWhole();
        CheckKnown(pool);
    }

    /// <summary>The same for a template: what the template that the pool was imported from leaves to deployment, it leaves there again.</summary>
    /// <exception cref="DefinitionException">The pool is not wholly known, or something is missing.</exception>
    public static void CheckWritten(IdentityPool pool)
    {
        pool.CheckIsWhole();
        if (pool.Origin.Template is null)
        {
            CheckIsTold(pool);
        }

        CheckProviders(pool);
    }

    /// <summary>The same of as much as is known of a pool: where only its settings were read, nothing is said of the rest.</summary>
    /// <exception cref="DefinitionException">Only the id of the pool is known, or something is missing.</exception>
    public static void CheckKnown(IdentityPool pool)
    {
        pool.CheckSettingsAreKnown();
        CheckIsTold(pool);
        CheckProviders(pool);
    }

    private static void CheckIsTold(IdentityPool pool)
    {
        if (pool.Roles.FirstOrDefault(role => role.UnknownParts.Count > 0) is { } untold)
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleUntold), pool, untold, pool, string.Join(" ", untold.UnknownParts));
        }

        if (pool.UnknownParts.Count > 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.PoolUntold), pool, pool, string.Join(" ", pool.UnknownParts.Select(part => part.Reason)));
        }
    }

    private static void CheckProviders(IdentityPool pool)
    {
        foreach (var mapping in pool.RoleMappings)
        {
            pool.CheckClient(mapping.Provider);
            CheckAttached(pool, mapping.Provider, nameof(Messages.MappedProviderMissing));
        }

        foreach (var tags in pool.PrincipalTags)
        {
            CheckAttached(pool, tags.Provider, nameof(Messages.TaggedProviderMissing));
        }

        if (pool.UserPoolGroups.FirstOrDefault(group => pool.ClientsOf(group.UserPool!).Count == 0) is { } alone)
        {
            throw DefinitionErrors.Create(
                nameof(Messages.UserPoolOfGroupMissing),
                pool,
                pool,
                alone,
                alone.UserPool,
                pool.Providers.Count == 0 ? Messages.NoProviders : pool.Providers
            );
        }
    }

    /// <summary>The provider as the pool holds it.</summary>
    /// <exception cref="DefinitionException">The pool does not have it, or has several clients of that user pool.</exception>
    public static ProviderReference Attached(IdentityPool pool, ProviderReference provider)
    {
        pool.CheckIsWhole();
        var bound = pool.Bound(provider);
        pool.CheckClient(bound);
        CheckAttached(pool, bound, nameof(Messages.UnknownProvider));
        return bound;
    }

    private static void CheckAttached(IdentityPool pool, ProviderReference provider, string errorId)
    {
        if (!IsAttached(pool, provider))
        {
            throw DefinitionErrors.Create(errorId, pool, pool, provider, pool.Providers.Count == 0 ? Messages.NoProviders : pool.Providers);
        }
    }

    /// <summary>Whether the pool has the provider, as far as that is known before deployment.</summary>
    public static bool IsAttached(IdentityPool pool, ProviderReference provider) =>
        provider switch
        {
            LoginProviderReference { Login: var login } => pool.LoginProviders.Any(known => known.Provider == login),
            UserPoolReference { UserPool: var userPool, Client: var client } => pool.ClientsOf(userPool) is { Count: > 0 } clients
                && (client is null || clients.Contains(client)),
            OpenIdConnectProviderReference { Provider: var known } => pool.OpenIdConnectProviders.Contains(known),
            SamlProviderReference { Provider: var known } => pool.SamlProviders.Contains(known),
            // Where a function names the provider, only deployment can tell.
            ProviderUrlReference { Value: var value } => !value.IsLiteral || value == pool.TypedDeveloperProviderName,
            _ => false,
        };
}
