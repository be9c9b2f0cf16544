using IdentityPools.Model;
using IdentityPools.Validation;

namespace IdentityPools;

/// <content>Copies: definitions of new pools, made of those that exist.</content>
public sealed partial record IdentityPool
{
    /// <summary>
    /// The definition without what makes it that of one pool in AWS: roles and clients that were made with the pool are made anew with the copy. Existing roles
    /// stay, whose trust names the source.
    /// </summary>
    /// <param name="name">The name of the copy; null for that of the source.</param>
    /// <exception cref="DefinitionException">The pool is not wholly known, or the name cannot be.</exception>
    internal IdentityPool Copied(TemplateValue? name)
    {
        CheckIsWhole();
        if (name is not null)
        {
            Limits.IdentityPoolName.Check(name);
        }

        var renewed = WithNewClients();
        return (
            renewed with
            {
                TypedName = name ?? TypedName,
                Id = null,
                Arn = null,
                Region = null,
                LogicalId = name is null ? LogicalId : DefaultLogicalId(name),
                RoleAttachmentLogicalId = null,
                Marks = ValueMap<string>.Empty,
                AuthenticatedRole = AuthenticatedRole?.AsDefinition(),
                UnauthenticatedRole = UnauthenticatedRole?.AsDefinition(),
                RoleMappings = renewed.RoleMappings.Select(mapping => mapping.WithRoles(role => role.AsDefinition())).ToValueList(),
                TrustingRoles = [],
                UserPoolGroups = renewed.UserPoolGroups.Where(IsCopied).Select(group => group.WithRole(group.Role?.AsDefinition())).ToValueList(),
                Origin = PoolOrigin.None with { CopyOf = Id ?? Origin.CopyOf },
            }
        ).Settled();
    }

    /// <summary>Whether a copy has the group too: one of a user pool that exists has one role, and that role is the source's.</summary>
    internal static bool IsCopied(UserPoolGroup group) => group.UserPool!.IsManaged || group.Role?.IsManaged != true;

    /// <summary>The pool with definitions in the place of the clients that were made with it. What their names were in full, their marks do not tell.</summary>
    private IdentityPool WithNewClients() =>
        Bookkeeping
            .Clients(Marks)
            .Aggregate(
                this,
                (pool, made) =>
                    pool.UserPools.FirstOrDefault(known => known.TypedClientId?.Literal == made.ClientId) is { } known
                        ? pool.WithUserPoolChanged(new(known.UserPool, known.UserPoolClient), NewClient(Bookkeeping.PartOfClient(made.Owner)), null)
                        : pool
            );

    private static UserPoolClient NewClient(string part) =>
        part.Length == 0 ? UserPoolClient.Generated : UserPoolClient.Define(new() { Name = part.TrimStart('/') });
}
