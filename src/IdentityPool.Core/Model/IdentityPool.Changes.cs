using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools;

/// <content>Changes of what a pool itself says: its name, flags, default roles and tags.</content>
public sealed partial record IdentityPool
{
    /// <summary>
    /// The pool with some of its settings changed; what is not given stays. So does the logical id when the name changes: in a stack another logical id is
    /// another pool.
    /// </summary>
    /// <param name="settings">What changes, but for tags.</param>
    /// <param name="tags">The tags that come and go.</param>
    /// <exception cref="DefinitionException">What changes is not known of the pool, or something is named that it does not have.</exception>
    internal IdentityPool With(IdentityPoolSettings settings, TagChange tags)
    {
        CheckKnown(settings.SaysRoles ? PoolExtent.Whole : PoolExtent.Settings);
        CheckTexts(settings);
        var named = settings.LogicalId is null || settings.LogicalId == LogicalId ? this : WithLogicalId(settings.LogicalId);
        return (
            named with
            {
                TypedName = settings.Name ?? TypedName,
                AllowUnauthenticatedIdentities = settings.AllowUnauthenticatedIdentities ?? AllowUnauthenticatedIdentities,
                AllowClassicFlow = settings.AllowClassicFlow ?? AllowClassicFlow,
                AuthenticatedRole = settings.AuthenticatedRole is { } authenticated
                    ? DefaultRole(Held(authenticated), RoleAudience.Authenticated)
                    : AuthenticatedRole,
                UnauthenticatedRole =
                    settings.NoUnauthenticatedRole ? null
                    : settings.UnauthenticatedRole is { } unauthenticated ? DefaultRole(Held(unauthenticated), RoleAudience.Unauthenticated)
                    : UnauthenticatedRole,
                TypedTags = tags.Apply(TypedTags, this, this),
                DeletionPolicy = settings.DeletionPolicy ?? DeletionPolicy,
                Mention = Mention.And(Mention.From(settings)),
                UnknownParts = UnknownParts.Where(part => !IsSaid(settings, part.Kind)).ToValueList(),
            }
        ).Settled();
    }

    /// <summary>Whether settings say what of a pool was unknown.</summary>
    private static bool IsSaid(IdentityPoolSettings settings, UnknownPartKind kind) =>
        kind switch
        {
            UnknownPartKind.Name => settings.Name is not null,
            UnknownPartKind.Guests => settings.AllowUnauthenticatedIdentities is not null,
            UnknownPartKind.ClassicFlow => settings.AllowClassicFlow is not null,
            UnknownPartKind.AuthenticatedRole => settings.AuthenticatedRole is not null,
            UnknownPartKind.UnauthenticatedRole => settings.UnauthenticatedRole is not null || settings.NoUnauthenticatedRole,
            _ => false,
        };

    private static void CheckTexts(IdentityPoolSettings settings)
    {
        if (settings.Name is not null)
        {
            Limits.IdentityPoolName.Check(settings.Name);
        }

        if (settings.LogicalId is not null)
        {
            Limits.LogicalId.Check(settings.LogicalId);
        }
    }

    /// <summary>Names for a message that says what there is.</summary>
    private static string Listed(IEnumerable<object> names) => string.Join(", ", names.DefaultIfEmpty(Messages.None));
}
