using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Commands;

/// <summary>Changes that several commands make.</summary>
internal static class PoolChanges
{
    /// <summary>The pool without some of its providers; the mappings and principal tags that go with them are told.</summary>
    public static PoolChange WithoutProviders(IReadOnlyCollection<ProviderReference> providers) =>
        new(pool => pool.WithoutProviders(providers)) { Consequences = Gone };

    private static IEnumerable<string> Gone(IdentityPool before, IdentityPool after) =>
        before
            .RoleMappings.Select(mapping => mapping.Provider)
            .Except(after.RoleMappings.Select(mapping => mapping.Provider))
            .Select(provider => MessageText.Format(nameof(Messages.MappingWentToo), before, provider))
            .Concat(
                before
                    .PrincipalTags.Select(tags => tags.Provider)
                    .Except(after.PrincipalTags.Select(tags => tags.Provider))
                    .Select(provider => MessageText.Format(nameof(Messages.PrincipalTagsWentToo), before, provider))
            )
            .Concat(
                before
                    .UserPoolGroups.Where(group => !after.UserPoolGroups.Any(group.IsSameGroup))
                    .Select(group => MessageText.Format(nameof(Messages.GroupWentToo), before, group, group.UserPool))
            );
}
