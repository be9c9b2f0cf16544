using System.Collections.Concurrent;
using IdentityPools.Model;
using IdentityPools.Policies;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>A pool that is asked for roles, with what it takes to answer many requests.</summary>
internal sealed class SimulatedPool
{
    private readonly ConcurrentDictionary<(string Role, bool IsGuest, bool WithTags), bool?> trust = new();
    private readonly IdentityPool definition;

    /// <exception cref="DefinitionException">The pool is not wholly known.</exception>
    public SimulatedPool(IdentityPool definition)
    {
        definition.CheckIsWhole();
        this.definition = definition;
    }

    public IdentityPool Definition => definition;

    /// <summary>A request of someone who logged in with a provider of the pool.</summary>
    /// <exception cref="DefinitionException">The pool has no such provider, or several clients of that user pool.</exception>
    public RoleRequest RequestOf(ProviderReference provider)
    {
        var bound = Completeness.Attached(definition, provider);
        return new()
        {
            Pool = this,
            Provider = bound,
            Mapping = definition.RoleMappings.FirstOrDefault(mapping => mapping.Provider == bound),
        };
    }

    /// <summary>The one provider that can be meant when none is named.</summary>
    /// <exception cref="DefinitionException">There is none, or there are several.</exception>
    public ProviderReference OnlyProvider(bool userPoolOnly)
    {
        var all = definition.ProviderReferences.Where(provider => !userPoolOnly || provider is UserPoolReference).ToList();
        return all switch
        {
            [var only] => only,
            [] => throw DefinitionErrors.Create(nameof(Messages.NoProviderToLogIn), definition, definition),
            _ => throw DefinitionErrors.Create(nameof(Messages.ProviderNotNamed), definition, definition, string.Join("; ", all)),
        };
    }

    /// <summary>A request of someone whose provider has that mapping, whether or not the pool has the provider.</summary>
    public RoleRequest RequestOf(RoleMapping mapping) =>
        new()
        {
            Pool = this,
            Provider = mapping.Provider,
            Mapping = mapping,
        };

    /// <summary>A request of a guest.</summary>
    public RoleRequest RequestOfGuest() => new() { Pool = this };

    /// <summary>The attributes for access control of a provider; null where its sessions have none.</summary>
    public PrincipalTagMapping? TagsOf(ProviderReference provider) =>
        definition.PrincipalTags.Count == 0 ? null : definition.PrincipalTags.FirstOrDefault(tags => tags.IsOn && tags.Provider == provider.WithoutClient);

    /// <summary>Whether the role lets identities of the pool assume it; null when its trust policy is not known.</summary>
    public bool? IsTrusted(string role, bool isGuest, ProviderReference? provider) =>
        IsTrusted(role, isGuest, withTags: provider is not null && TagsOf(provider) is not null);

    /// <summary>The same where it is known whether the session brings tags.</summary>
    public bool? IsTrusted(string role, bool isGuest, bool withTags) =>
        trust.GetOrAdd((role, isGuest, withTags), key => Ask(key.Role, key.IsGuest, key.WithTags));

    private bool? Ask(string name, bool isGuest, bool withTags)
    {
        var role = definition.Roles.FirstOrDefault(known => RoleSelection.IsNamed(known, name));
        // The trust policy of a role that is still to be created is made for its pool.
        return role is null ? null
            : RoleDocuments.From(definition, role).Trust is { } policy ? PoolTrust.IsGranted(policy, definition, isGuest, withTags)
            : null;
    }
}
