using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>
/// Brings a definition into its one canonical form after each operation: parts in a fixed order, providers of mappings bound to what the pool holds, one
/// role where one role is meant. This is what makes equality independent of the order in which things were said.
/// </content>
public sealed partial record IdentityPool
{
    private IdentityPool Settled()
    {
        var providers = new BoundProviders(this);
        var bound = this with
        {
            UserPools = Sorted(UserPools, provider => provider.SortKey),
            LoginProviders = LoginProviders.OrderBy(provider => provider.Provider).ToValueList(),
            OpenIdConnectProviders = Sorted(OpenIdConnectProviders, provider => provider.ToString()),
            SamlProviders = Sorted(SamlProviders, provider => provider.ToString()),
            RoleMappings = Sorted(RoleMappings.Select(mapping => mapping.WithProvider(providers.Bound(mapping.Provider))), mapping => mapping.MappingKey),
            UserPoolGroups = Sorted(UserPoolGroups.Select(group => group.WithUserPool(providers.BoundUserPool(group.UserPool!))), group => group.SortKey),
            PrincipalTags = Sorted(PrincipalTags.Select(tags => tags.WithProvider(providers.Bound(tags.Provider))), tags => tags.Provider.LogicalPart),
        };
        bound.CheckUnique();
        return bound.WithSettledRoles();
    }

    private static ValueList<T> Sorted<T>(IEnumerable<T> items, Func<T, string> key) => items.OrderBy(key, StringComparer.Ordinal).ToValueList();

    /// <summary>The provider as the pool knows it, whichever of its names the user chose.</summary>
    internal ProviderReference Bound(ProviderReference provider) => new BoundProviders(this).Bound(provider);

    private void CheckUnique()
    {
        if (Repeated(RoleMappings, mapping => mapping.Provider) is { } mapping)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateRoleMapping), this, this, mapping.Provider);
        }

        if (Repeated(RoleMappings, mapping => mapping.MappingKey) is { } keyed)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateMappingKey), this, this, keyed.MappingKey, keyed.Provider);
        }

        if (Repeated(PrincipalTags, tags => tags.Provider) is { } tags)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicatePrincipalTag), this, this, tags.Provider);
        }

        if (Repeated(UserPoolGroups, group => group.Identity) is { } group)
        {
            throw DefinitionErrors.Create(nameof(Messages.DuplicateUserPoolGroup), this, this, group, group.UserPool);
        }
    }

    private static T? Repeated<T, TKey>(IEnumerable<T> items, Func<T, TKey> key)
        where T : class
    {
        var seen = new HashSet<TKey>();
        return items.FirstOrDefault(item => !seen.Add(key(item)));
    }

    private IdentityPool WithSettledRoles()
    {
        var roles = new RoleRegister(this);
        var mappings = RoleMappings.Select(mapping => mapping.WithRoles(roles.Settled)).ToValueList();
        var groups = UserPoolGroups.Select(group => group.WithRole(group.Role is { } role ? roles.Settled(role) : null)).ToValueList();
        var authenticated = AuthenticatedRole is null ? null : roles.Settled(AuthenticatedRole);
        var unauthenticated = UnauthenticatedRole is null ? null : roles.Settled(UnauthenticatedRole);
        return this with
        {
            RoleMappings = mappings,
            UserPoolGroups = groups,
            AuthenticatedRole = authenticated,
            UnauthenticatedRole = unauthenticated,
            Roles = new[] { authenticated, unauthenticated }
                .OfType<IdentityPoolRole>()
                .Concat(Chosen().OrderBy(role => role.ToString(), StringComparer.Ordinal))
                .Distinct()
                .ToValueList(),
            Mention = Mention with
            {
                AuthenticatedRole = Mention.AuthenticatedRole || IsMapped(authenticated),
                UnauthenticatedRole = Mention.UnauthenticatedRole || IsMapped(unauthenticated),
            },
        };

        IEnumerable<IdentityPoolRole> Chosen() =>
            mappings.SelectMany(mapping => mapping.Rules).Select(rule => rule.MappedRole).Concat(groups.Select(group => group.Role).OfType<IdentityPoolRole>());

        // Who maps a default role names it.
        bool IsMapped(IdentityPoolRole? role) => role is not null && Chosen().Any(role.IsSameRole);
    }
}
