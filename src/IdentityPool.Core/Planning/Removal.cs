using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>The calls that remove a pool.</summary>
internal static class Removal
{
    /// <summary>Refuses a pool that nobody here answers for: whoever made it has to be meant with a word of its own.</summary>
    /// <exception cref="DefinitionException">The pool was not published by this module, or a stack made it.</exception>
    public static void CheckOurs(PoolState pool, RemovalOptions options)
    {
        if (options.Force)
        {
            return;
        }

        if (Bookkeeping.StackOf(pool.Tags) is { } stack)
        {
            throw DefinitionErrors.Create(nameof(Messages.RemovalOfStackPool), options.Definition ?? (object)pool.Id, pool.Name, pool.Id, stack);
        }

        if (!Bookkeeping.IsManaged(pool.Tags))
        {
            throw DefinitionErrors.Create(nameof(Messages.RemovalOfForeignPool), options.Definition ?? (object)pool.Id, pool.Name, pool.Id);
        }
    }

    /// <summary>The pool first, which frees its roles; then what was made for it.</summary>
    public static IEnumerable<PlanStep> Steps(
        PoolState? pool,
        IEnumerable<RoleRemains> roles,
        IEnumerable<GrantState> grants,
        IEnumerable<RoleRemains> released,
        RemovalOptions options
    )
    {
        if (pool is not null)
        {
            yield return new PlanStep.DeletePool(pool.Id);
            // A role that stays is nobody's any more: another removal must not take it for one that was left over.
            foreach (var role in released)
            {
                yield return new PlanStep.UntagRole(role.IamName, [Bookkeeping.PoolId]);
            }

            foreach (var (clientId, owner) in Bookkeeping.Clients(pool.Tags))
            {
                yield return new PlanStep.DeleteClient(Bookkeeping.UserPoolOf(owner), clientId);
            }

            foreach (var userPoolId in DisposableUserPools(pool, options))
            {
                yield return new PlanStep.DeleteUserPool(userPoolId);
            }
        }

        foreach (var step in grants.Select(grant => new PlanStep.DeleteRolePolicy(grant.RoleName, grant.PolicyName)))
        {
            yield return step;
        }

        foreach (var step in roles.SelectMany(role => role.Removal))
        {
            yield return step;
        }
    }

    public static KeptPart KeptUserPool(AwsAccount account, string id) =>
        new(account.UserPoolArn(id), MessageText.Format(nameof(Messages.RemovalKeepsUserPool), id, UserPool.RegionOf(id)));

    public static KeptPart KeptOpenIdConnectProvider(string arn) =>
        new(arn, MessageText.Format(nameof(Messages.RemovalKeepsProvider), "delete-open-id-connect-provider", "--open-id-connect-provider-arn", arn));

    public static KeptPart KeptSamlProvider(string arn) =>
        new(arn, MessageText.Format(nameof(Messages.RemovalKeepsProvider), "delete-saml-provider", "--saml-provider-arn", arn));

    /// <summary>User pools that were made with the pool and whose definition says that they go with it.</summary>
    public static IEnumerable<string> DisposableUserPools(PoolState pool, RemovalOptions options)
    {
        var disposable = (options.Definition?.UserPools ?? [])
            .Select(provider => provider.UserPool)
            .Where(userPool => userPool is { IsManaged: true, DeletionPolicy: DeletionPolicy.Delete, TypedName: null or { IsLiteral: true } })
            .Select(userPool => KnownParts.PartOf(userPool, userPool.TypedName?.Literal ?? ""))
            .ToHashSet(StringComparer.Ordinal);
        return Bookkeeping.UserPools(pool.Tags).Where(userPool => disposable.Contains(userPool.Name)).Select(userPool => userPool.Id);
    }
}

/// <summary>All that goes with a pool, in order.</summary>
internal sealed record RemovalPlan
{
    public required string Id { get; init; }

    /// <summary>The pool's name.</summary>
    public required string Name { get; init; }

    public required AwsAccount Account { get; init; }

    /// <summary>The calls, in order.</summary>
    public required ValueList<PlanStep> Steps { get; init; }

    /// <summary>What was made for the pool and stays: user pools, and providers of IAM that other pools may use too.</summary>
    public required ValueList<KeptPart> Kept { get; init; }

    /// <summary>The ARNs of the pool's roles by their names in IAM.</summary>
    public ValueMap<string> RoleArns { get; init; } = ValueMap<string>.Empty;
}

/// <summary>How a pool is removed.</summary>
internal sealed record RemovalOptions
{
    /// <summary>Leaves the managed roles.</summary>
    public bool KeepRoles { get; init; }

    /// <summary>Removes also a pool that was not published by this module, or that a stack made.</summary>
    public bool Force { get; init; }

    /// <summary>The definition, when that was given: it tells which user pools may go too.</summary>
    public IdentityPool? Definition { get; init; }
}

/// <summary>Something that was made with a pool and stays when the pool goes.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Reason">Why it stays and how it is removed.</param>
internal sealed record KeptPart(string Arn, string Reason);

/// <summary>What has to go for a role to go: its policies, by name.</summary>
internal sealed record RoleRemains(string Arn, string IamName, ValueList<string> InlinePolicies, ValueList<string> ManagedPolicyArns)
{
    public static RoleRemains From(RoleState role) => new(role.Arn, role.IamName, role.InlinePolicies.Keys.ToValueList(), role.ManagedPolicyArns);

    /// <summary>The calls that take the role away: IAM deletes none that has policies.</summary>
    public IEnumerable<PlanStep> Removal =>
        [
            .. ManagedPolicyArns.Select(arn => new PlanStep.DetachRolePolicy(IamName, arn)),
            .. InlinePolicies.Select(policy => new PlanStep.DeleteRolePolicy(IamName, policy)),
            new PlanStep.DeleteRole(IamName),
        ];
}
