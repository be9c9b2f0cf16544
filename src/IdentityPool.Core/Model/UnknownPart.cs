namespace IdentityPools.Model;

/// <summary>
/// A part of a template that only a deployed stack knows, or that is there only under a condition. What the definition says in its place can be looked at; it is
/// not what the stack has.
/// </summary>
/// <param name="Kind">Which part of the pool it is.</param>
/// <param name="Place">Where it stands in the template.</param>
/// <param name="Reason">A sentence that says why, and what was taken instead.</param>
internal sealed record UnknownPart(UnknownPartKind Kind, string Place, string Reason)
{
    /// <summary>The provider whose role mapping it is; null where that is unknown too.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>Whether what the pool has of a kind is unknown because of this part.</summary>
    public bool Affects(UnknownPartKind kind) =>
        Kind == kind
        || (Kind == UnknownPartKind.DefaultRoles && kind is UnknownPartKind.AuthenticatedRole or UnknownPartKind.UnauthenticatedRole)
        || (
            Kind == UnknownPartKind.RoleAttachment
            && kind is UnknownPartKind.DefaultRoles or UnknownPartKind.AuthenticatedRole or UnknownPartKind.UnauthenticatedRole or UnknownPartKind.RoleMappings
        );
}

/// <summary>Which part of a pool is unknown.</summary>
internal enum UnknownPartKind
{
    /// <summary>One on which neither a decision nor a finding depends.</summary>
    Other,

    /// <summary>The name of the pool.</summary>
    Name,

    /// <summary>Whether guests get credentials.</summary>
    Guests,

    /// <summary>Whether clients may pick a role themselves.</summary>
    ClassicFlow,

    /// <summary>Which providers the pool has.</summary>
    Providers,

    /// <summary>The role of users who signed in.</summary>
    AuthenticatedRole,

    /// <summary>The unauthenticated role.</summary>
    UnauthenticatedRole,

    /// <summary>Both default roles.</summary>
    DefaultRoles,

    /// <summary>A role mapping, or all of them.</summary>
    RoleMappings,

    /// <summary>Whether there are default roles and mappings at all.</summary>
    RoleAttachment,

    /// <summary>Attributes for access control.</summary>
    PrincipalTags,
}
