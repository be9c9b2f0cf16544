namespace IdentityPools.Model;

/// <summary>Finds the providers of a pool by any of their names. What is looked through once serves as many look-ups as there are.</summary>
internal sealed class BoundProviders(IdentityPool pool)
{
    private ILookup<object, UserPoolAuthentication>? userPools;
    private Dictionary<TemplateValue, ProviderReference>? byValue;

    /// <summary>The provider as the pool knows it, whichever of its names the user chose.</summary>
    public ProviderReference Bound(ProviderReference provider) =>
        provider switch
        {
            UserPoolReference reference => Bound(reference),
            ProviderUrlReference { Value: var value } => ByValue.GetValueOrDefault(value) ?? provider,
            _ => provider,
        };

    /// <summary>The user pool as the pool knows it.</summary>
    public UserPool BoundUserPool(UserPool userPool) => Bound(new UserPoolReference(userPool, null)).UserPool;

    private UserPoolReference Bound(UserPoolReference reference)
    {
        userPools ??= pool.UserPools.ToLookup(known => known.UserPool.Identity);
        var known = userPools[reference.UserPool.Identity];
        var userPool = known.FirstOrDefault()?.UserPool ?? reference.UserPool;
        return reference is { Client: { } client, IsClientImplied: false }
            ? new(
                userPool,
                known.Select(entry => entry.UserPoolClient).FirstOrDefault(candidate => candidate.IsSameClient(client)) ?? client.WithUserPool(userPool)
            )
            : new(userPool, known.Take(2).Count() == 1 ? known.First().UserPoolClient : null, IsClientImplied: true);
    }

    private Dictionary<TemplateValue, ProviderReference> ByValue
    {
        get
        {
            if (byValue is null)
            {
                byValue = [];
                foreach (var provider in pool.OpenIdConnectProviders.Where(provider => provider.TypedArn is not null))
                {
                    byValue.TryAdd(provider.TypedArn!, new OpenIdConnectProviderReference(provider));
                }

                foreach (var provider in pool.SamlProviders.Where(provider => provider.TypedArn is not null))
                {
                    byValue.TryAdd(provider.TypedArn!, new SamlProviderReference(provider));
                }

                foreach (var userPool in pool.UserPools.Select(known => known.UserPool).Where(userPool => userPool.ProviderNameFunction is not null))
                {
                    byValue.TryAdd(userPool.ProviderNameFunction!, Bound(new UserPoolReference(userPool, null)));
                }
            }

            return byValue;
        }
    }
}
