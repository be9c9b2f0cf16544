using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>Roles and what they may do.</content>
public sealed partial record IdentityPool
{
    /// <summary>The pool with these roles in the place of those that it has; that there is none is not said by it.</summary>
    internal IdentityPool WithDefaultRoles(IdentityPoolRole? authenticated, IdentityPoolRole? unauthenticated) =>
        (
            this with
            {
                AuthenticatedRole = DefaultRole(authenticated, RoleAudience.Authenticated),
                UnauthenticatedRole = DefaultRole(unauthenticated, RoleAudience.Unauthenticated),
                Mention = Mention with { AuthenticatedRole = authenticated is not null, UnauthenticatedRole = unauthenticated is not null },
            }
        ).Settled();

    /// <summary>The same of roles as a template or AWS has them: whomever their trust policies let in, they stand in these places.</summary>
    internal IdentityPool WithDefaultRolesAsFound(IdentityPoolRole? authenticated, IdentityPoolRole? unauthenticated) =>
        (
            this with
            {
                AuthenticatedRole = Named(authenticated, RoleAudience.Authenticated),
                UnauthenticatedRole = Named(unauthenticated, RoleAudience.Unauthenticated),
                Mention = Mention with { AuthenticatedRole = authenticated is not null, UnauthenticatedRole = unauthenticated is not null },
            }
        ).Settled();

    /// <summary>The pool with one of its roles changed, wherever that role is used.</summary>
    /// <param name="name"><c>Authenticated</c>, <c>Unauthenticated</c> or the name of a managed role.</param>
    /// <param name="change">What the role becomes.</param>
    internal IdentityPool WithRole(string name, Func<IdentityPoolRole, IdentityPoolRole> change) => WithRole(FindRole(name), change);

    internal IdentityPool WithRole(IdentityPoolRole role, Func<IdentityPoolRole, IdentityPoolRole> change)
    {
        var changed = change(role);
        return (
            this with
            {
                AuthenticatedRole = Replaced(AuthenticatedRole),
                UnauthenticatedRole = Replaced(UnauthenticatedRole),
                RoleMappings = RoleMappings.Select(mapping => mapping.WithRoles(known => Replaced(known)!)).ToValueList(),
                UserPoolGroups = UserPoolGroups.Select(group => group.WithRole(Replaced(group.Role))).ToValueList(),
                Mention = Mention with
                {
                    AuthenticatedRole = Mention.AuthenticatedRole || IsSame(AuthenticatedRole),
                    UnauthenticatedRole = Mention.UnauthenticatedRole || IsSame(UnauthenticatedRole),
                },
            }
        ).Settled();

        bool IsSame(IdentityPoolRole? known) => known?.IsSameRole(role) == true;

        IdentityPoolRole? Replaced(IdentityPoolRole? known) => IsSame(known) ? changed.ForAudience(known!.For) : known;
    }

    internal IdentityPool WithRoleAttachmentLogicalId(string? logicalId) => this with { RoleAttachmentLogicalId = logicalId };

    /// <summary>A role of the pool.</summary>
    /// <param name="name"><c>Authenticated</c>, <c>Unauthenticated</c>, the name of a managed role, or the ARN or the name in IAM of an existing one.</param>
    /// <exception cref="DefinitionException">The pool has no such role, or several existing ones of that name, or its roles are not known.</exception>
    internal IdentityPoolRole FindRole(string name)
    {
        CheckIsWhole();
        var role =
            Is(IdentityPoolRole.AuthenticatedName) ? AuthenticatedRole
            : Is(IdentityPoolRole.UnauthenticatedName) ? UnauthenticatedRole
            : Roles.FirstOrDefault(known => known.IsManaged && Is(known.Name!))
                ?? Roles.FirstOrDefault(known => !known.IsManaged && known.TypedArn!.Literal == name)
                ?? OnlyOne([.. Roles.Where(known => known.NameInIam is { } existing && Is(existing)).DistinctBy(known => known.TypedArn)]);
        return role
            ?? throw DefinitionErrors.Create(
                nameof(Messages.UnknownRole),
                this,
                this,
                name,
                Listed(RoleNames()),
                NearMiss.Question(NearMiss.Find(name, RoleNames()))
            );

        bool Is(string known) => string.Equals(known, name, StringComparison.OrdinalIgnoreCase);

        IdentityPoolRole? OnlyOne(IReadOnlyList<IdentityPoolRole> found) =>
            found switch
            {
                [] => null,
                [var only] => only,
                _ => throw DefinitionErrors.Create(nameof(Messages.RoleNameAmbiguous), this, this, name, string.Join(", ", found)),
            };
    }

    /// <summary>The names by which <see cref="FindRole"/> finds a role.</summary>
    internal IEnumerable<string> RoleNames() =>
        new[]
        {
            AuthenticatedRole is null ? null : IdentityPoolRole.AuthenticatedName,
            UnauthenticatedRole is null ? null : IdentityPoolRole.UnauthenticatedName,
        }
            .Concat(Roles.Where(role => role.IsManaged || !IsDefault(role)).Select(role => role.IsManaged ? role.Name : role.NameInIam))
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase);

    private bool IsDefault(IdentityPoolRole role) => AuthenticatedRole?.IsSameRole(role) == true || UnauthenticatedRole?.IsSameRole(role) == true;

    /// <summary>The pool's own role where only its name is given, else the role.</summary>
    private IdentityPoolRole Held(IdentityPoolRole role) => role.IsNameOnly ? FindRole(role.Name!).UsableFor(role.For) : role;

    private static IdentityPoolRole? DefaultRole(IdentityPoolRole? role, RoleAudience audience) =>
        role is null ? null
        : role.For != audience
            ? throw DefinitionErrors.Create(nameof(Messages.RoleForOtherAudience), role, role, TrustPolicy.NameOf(role.For), TrustPolicy.NameOf(audience))
        : Named(role, audience);

    private static IdentityPoolRole? Named(IdentityPoolRole? role, RoleAudience audience) =>
        role is { IsManaged: true, Name: null } ? role.Named(audience.ToString()) : role;
}
