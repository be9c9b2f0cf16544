using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools;

/// <content>Role mappings and attributes for access control.</content>
public sealed partial record IdentityPool
{
    internal IdentityPool WithRoleMapping(RoleMapping mapping)
    {
        if (RoleMappings.Count == Limits.RoleMappings)
        {
            throw DefinitionErrors.Create(nameof(Messages.TooManyRoleMappings), this, this, Limits.RoleMappings);
        }

        if (mapping.Provider is UserPoolReference { Client: null } reference && ClientsOf(reference.UserPool) is { Count: > 1 } clients)
        {
            throw DefinitionErrors.Create(nameof(Messages.UserPoolClientAmbiguous), this, reference.UserPool, clients.Count, string.Join(", ", clients));
        }

        return (this with { RoleMappings = [.. RoleMappings, mapping] }).Settled();
    }

    internal IdentityPool WithPrincipalTags(PrincipalTagMapping tags) => WithPrincipalTags([tags]);

    internal IdentityPool WithPrincipalTags(IReadOnlyCollection<PrincipalTagMapping> added) =>
        (this with { PrincipalTags = [.. PrincipalTags, .. added] }).Settled();

    internal List<UserPoolClient> ClientsOf(UserPool userPool) =>
        UserPools.Where(known => known.UserPool.IsSamePool(userPool)).Select(known => known.UserPoolClient).ToList();
}
