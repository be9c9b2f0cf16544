using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>Role mappings and attributes for access control.</content>
public sealed partial record IdentityPool
{
    internal IdentityPool WithRoleMapping(RoleMapping mapping)
    {
        CheckIsWhole();
        if (RoleMappings.Count == Limits.RoleMappings)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyRoleMappings), this, this, Limits.RoleMappings);
        }

        CheckClient(mapping.Provider);
        return (this with { RoleMappings = [.. RoleMappings, Held(mapping)] }).Settled();
    }

    /// <summary>The pool with one of its role mappings changed.</summary>
    /// <param name="provider">The provider of the mapping.</param>
    /// <param name="change">What becomes of the mapping.</param>
    /// <exception cref="DefinitionException">The provider has no mapping, or the change cannot be.</exception>
    internal IdentityPool WithRoleMappingChanged(ProviderReference provider, Func<RoleMapping, RoleMapping> change)
    {
        var known = MappingOf(provider);
        var changed = Held(change(known));
        return (this with { RoleMappings = RoleMappings.Select(mapping => mapping == known ? changed : mapping).ToValueList() }).Settled();
    }

    /// <exception cref="DefinitionException">The provider has no mapping.</exception>
    internal IdentityPool WithoutRoleMapping(ProviderReference provider)
    {
        var known = MappingOf(provider);
        return (this with { RoleMappings = RoleMappings.Where(mapping => mapping != known).ToValueList() }).Settled();
    }

    internal IdentityPool WithPrincipalTags(PrincipalTagMapping tags) => WithPrincipalTags([tags]);

    internal IdentityPool WithPrincipalTags(IReadOnlyCollection<PrincipalTagMapping> added)
    {
        CheckIsWhole();
        if (added.Count == 0)
        {
            return this;
        }

        return (this with { PrincipalTags = [.. PrincipalTags, .. added] }).Settled();
    }

    /// <summary>The pool with other principal tags of a provider that has some.</summary>
    /// <exception cref="DefinitionException">The provider has no principal tags.</exception>
    internal IdentityPool WithPrincipalTagsChanged(PrincipalTagMapping tags)
    {
        var known = PrincipalTagsOf(tags.Provider);
        return (this with { PrincipalTags = PrincipalTags.Select(other => other == known ? tags : other).ToValueList() }).Settled();
    }

    /// <summary>The pool without principal tags of a provider.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="names">The tags that go; null for all.</param>
    /// <exception cref="DefinitionException">The provider does not have them.</exception>
    internal IdentityPool WithoutPrincipalTags(ProviderReference provider, IReadOnlyCollection<string>? names)
    {
        var known = PrincipalTagsOf(provider);
        var left = names is null ? null : known.Without(names);
        return (this with { PrincipalTags = [.. PrincipalTags.Where(other => other != known), .. left is null ? [] : new[] { left }] }).Settled();
    }

    /// <summary>Whether a mapping may give a role: by a rule, or by the token of a member of a group.</summary>
    internal bool MayGive(RoleMapping mapping, IdentityPoolRole role) =>
        mapping.Rules.Any(rule => rule.MappedRole.IsSameRole(role))
        || (
            mapping is { Type: RoleMappingType.Token, Provider: UserPoolReference { UserPool: var userPool } }
            && GroupsOf(userPool).Any(group => group.Role?.IsSameRole(role) == true)
        );

    internal List<UserPoolClient> ClientsOf(UserPool userPool) =>
        UserPools.Where(known => known.UserPool.IsSamePool(userPool)).Select(known => known.UserPoolClient).ToList();

    private RoleMapping MappingOf(ProviderReference provider)
    {
        CheckIsWhole();
        var bound = Bound(provider);
        CheckClient(bound);
        return RoleMappings.FirstOrDefault(mapping => mapping.Provider.Equals(bound))
            ?? throw DefinitionErrors.Create(nameof(Messages.RoleMappingNotFound), this, this, bound, Listed(RoleMappings.Select(mapping => mapping.Provider)));
    }

    private PrincipalTagMapping PrincipalTagsOf(ProviderReference provider)
    {
        CheckIsWhole();
        var bound = Bound(provider).WithoutClient;
        return PrincipalTags.FirstOrDefault(tags => tags.Provider.Equals(bound))
            ?? throw DefinitionErrors.Create(nameof(Messages.PrincipalTagsNotFound), this, this, bound, Listed(PrincipalTags.Select(tags => tags.Provider)));
    }

    /// <summary>The mapping with the pool's own roles where it only names them.</summary>
    private RoleMapping Held(RoleMapping mapping) =>
        mapping.Rules.Any(rule => rule.MappedRole.IsNameOnly)
            ? mapping.WithRules(mapping.Rules.Select(rule => rule.WithRole(Held(rule.MappedRole))).ToValueList())
            : mapping;
}
