using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Removes pools with what was made for them.</summary>
internal sealed class Remover(AwsClients clients, AwsAccount account, ICallObserver observer, CancellationToken cancellation)
{
    public async Task<RemovalPlan> PlanAsync(string id, RemovalOptions options)
    {
        IdentityPoolId.Check(id, clients.Region);
        var calls = new ApiCalls(clients.Places, observer);
        var pools = new PoolReader(clients, calls, cancellation);
        var roles = new RoleReader(clients, calls, cancellation);
        var describing = pools.DescribeAsync(id);
        var finding = options.KeepRoles ? Task.FromResult<RoleRemains[]>([]) : RolesAsync(roles, id);
        PoolState? pool = null;
        ServiceException? missing = null;
        try
        {
            pool = await describing.ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.NotFound)
        {
            missing = exception;
        }

        var managed = await finding.ConfigureAwait(false);
        if (missing is not null && managed.Length == 0)
        {
            throw missing;
        }

        if (pool is not null)
        {
            Removal.CheckOurs(pool, options);
        }

        var attachment = pool is null || options.KeepRoles ? AttachmentState.Empty : await pools.RolesAsync(id).ConfigureAwait(false);
        var grants = await GrantsAsync(attachment, roles, id, managed).ConfigureAwait(false);
        var kept = pool is null ? [] : await KeptAsync(new(clients, calls, cancellation), pool, options).ConfigureAwait(false);
        RoleRemains[] released = [];
        if (pool is not null && managed.Length > 0)
        {
            var staying = await GroupRolesAsync(new(clients, calls, observer, cancellation), pool, attachment, managed, options).ConfigureAwait(false);
            kept = [.. kept, .. staying];
            released = [.. managed.IntersectBy(staying.Select(part => part.Arn), role => role.Arn)];
            managed = [.. managed.Except(released)];
        }

        return new()
        {
            Id = id,
            Name = pool?.Name ?? id,
            Account = account,
            Steps = Removal.Steps(pool, managed, grants, released, options).ToValueList(),
            Kept = kept,
            RoleArns = ValueMap<string>.Create(managed.Select(role => KeyValuePair.Create(role.IamName, role.Arn))),
        };
    }

    /// <summary>Removes what can be removed: a part that cannot go keeps only those that it points to.</summary>
    /// <exception cref="ServiceException">Something is left; the message lists it.</exception>
    public async Task RemoveAsync(RemovalPlan plan)
    {
        var executor = new StepExecutor(clients, new(clients.Places, observer), account);
        var done = new HashSet<PlanStep>(ReferenceEqualityComparer.Instance);
        var dismantler = new Dismantler(
            async step =>
            {
                if (cancellation.IsCancellationRequested)
                {
                    var open = string.Join("; ", plan.Steps.Where(other => !done.Contains(other)));
                    observer.Warned(MessageText.Format(nameof(Messages.PoolRemovalStopped), plan.Name, done.Count, plan.Steps.Count, open));
                    cancellation.ThrowIfCancellationRequested();
                }

                observer.Progressed(done.Count, plan.Steps.Count, step.ToString());
                await executor.ExecuteAsync(step).ConfigureAwait(false);
                done.Add(step);
                observer.Changed(step.ToString());
            },
            clients.Clock,
            cancellation
        );
        var left = await dismantler.RunAsync(plan.Steps).ConfigureAwait(false);
        if (left.Count > 0)
        {
            throw Incomplete(plan, [.. dismantler.Obstacles], done.Count == 0, left);
        }
    }

    private ServiceException Incomplete(RemovalPlan plan, List<ServiceException> obstacles, bool isUntouched, IReadOnlyList<PlanStep> left)
    {
        var exception = obstacles[0];
        if (isUntouched)
        {
            return exception;
        }

        var reasons = string.Join(" ", obstacles.Select(obstacle => obstacle.Message));
        var remainders = string.Join("; ", left.Select(step => $"{step.Operation} {Undo.Remainder(step, account, plan.RoleArns)}"));
        return exception.Ending(exception.ErrorId, MessageText.Format(nameof(Messages.RemovalIncomplete), reasons, plan.Name, remainders), exception.Target);
    }

    private static async Task<RoleRemains[]> RolesAsync(RoleReader roles, string id)
    {
        var names = await roles.NamesEndingInAsync(Bookkeeping.GuidOf(id)).ConfigureAwait(false);
        var remains = await Task.WhenAll(names.Select(name => roles.RemainsAsync(name, id))).ConfigureAwait(false);
        return remains.OfType<RoleRemains>().ToArray();
    }

    /// <summary>
    /// Roles that go on being those of groups: a group stays with its members, and must not name a role that is gone. Only a token that decides, or a role that
    /// the pool gives to nobody else, tells that there may be such groups.
    /// </summary>
    private static async Task<ValueList<KeptPart>> GroupRolesAsync(
        GroupReader reader,
        PoolState pool,
        AttachmentState attachment,
        RoleRemains[] managed,
        RemovalOptions options
    )
    {
        var given = attachment.RoleArns.ToHashSet(StringComparer.Ordinal);
        var all = pool.UserPools.Select(provider => GroupReader.IdOf(provider.ProviderName)).Distinct(StringComparer.Ordinal);
        var asked = Array.Exists(managed, role => !given.Contains(role.Arn)) ? all : GroupReader.UserPoolsWithTokenMapping(pool, attachment);
        var (groups, unknown) = await reader.ReadAsync(asked.Except(Removal.DisposableUserPools(pool, options), StringComparer.Ordinal)).ConfigureAwait(false);
        var own = managed.Select(role => role.Arn).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. groups
                .Where(group => group.RoleArn is not null && own.Contains(group.RoleArn))
                .DistinctBy(group => group.RoleArn)
                .Select(group => new KeptPart(group.RoleArn!, MessageText.Format(nameof(Messages.RemovalKeepsGroupRole), group.Name, group.UserPoolId))),
            .. unknown.Count == 0
                ? []
                : own.Except(given)
                    .Except(groups.Select(group => group.RoleArn).OfType<string>())
                    .Select(arn => new KeptPart(arn, MessageText.Format(nameof(Messages.RemovalKeepsUnknownRole), string.Join(", ", unknown)))),
        ];
    }

    private async Task<GrantState[]> GrantsAsync(AttachmentState attachment, RoleReader roles, string id, RoleRemains[] managed)
    {
        var others = attachment.RoleArns.Where(account.Owns).Except(managed.Select(role => role.Arn)).Select(arn => Arn.Parse(arn).Name);
        var policy = Bookkeeping.PolicyNameInIam(Bookkeeping.GuidOf(id));
        var grants = await Task.WhenAll(others.Select(name => roles.GrantAsync(name, policy))).ConfigureAwait(false);
        return grants.OfType<GrantState>().ToArray();
    }

    /// <summary>User pools hold people; providers of IAM are one for the whole account, and other pools may use them.</summary>
    private async Task<ValueList<KeptPart>> KeptAsync(SupportReader support, PoolState pool, RemovalOptions options)
    {
        var openIdConnect = await Task.WhenAll(pool.OpenIdConnectProviderArns.Where(account.Owns).Select(support.OpenIdConnectProviderAsync))
            .ConfigureAwait(false);
        var saml = await Task.WhenAll(pool.SamlProviderArns.Where(account.Owns).Select(arn => support.SamlProviderAsync(arn, Arn.Parse(arn).Name)))
            .ConfigureAwait(false);
        var gone = Removal.DisposableUserPools(pool, options).ToHashSet(StringComparer.Ordinal);
        return Bookkeeping
            .UserPools(pool.Tags)
            .Where(userPool => !gone.Contains(userPool.Id))
            .Select(userPool => Removal.KeptUserPool(account, userPool.Id))
            .Concat(
                openIdConnect
                    .Where(provider => provider is not null && Bookkeeping.IsManaged(provider.Tags))
                    .Select(provider => Removal.KeptOpenIdConnectProvider(provider!.Arn))
            )
            .Concat(
                saml.Where(provider => provider is not null && Bookkeeping.IsManaged(provider.Tags)).Select(provider => Removal.KeptSamlProvider(provider!.Arn))
            )
            .ToValueList();
    }
}
