using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Reads just what a definition speaks of, and makes the plan of it.</summary>
internal sealed class PlanReader
{
    private readonly AwsClients clients;
    private readonly AwsAccount account;
    private readonly IdentityPool definition;
    private readonly PublishOptions options;
    private readonly CancellationToken cancellation;
    private readonly PoolReader pools;
    private readonly RoleReader roles;
    private readonly SupportReader support;
    private readonly GroupReader groups;
    private readonly ICallObserver observer;

    public PlanReader(
        AwsClients clients,
        AwsAccount account,
        IdentityPool definition,
        PublishOptions options,
        ICallObserver observer,
        CancellationToken cancellation
    )
    {
        (this.clients, this.account, this.definition, this.options) = (clients, account, definition, options);
        (this.observer, this.cancellation) = (observer, cancellation);
        var calls = new ApiCalls(clients.Places, observer);
        pools = new(clients, calls, cancellation);
        roles = new(clients, calls, cancellation);
        support = new(clients, calls, cancellation);
        groups = new(clients, calls, observer, cancellation);
    }

    public async Task<PublishPlan> ReadAsync()
    {
        Completeness.CheckKnown(definition);
        var readAt = clients.Clock.GetTimestamp();
        var pool = await FindAsync().ConfigureAwait(false);
        var marks = pool is null || options.Adopt;
        var attaching = pool is null || definition.IsPartial ? Task.FromResult(AttachmentState.Empty) : pools.RolesAsync(pool.Id);
        var known = pool is null ? new KnownParts() : KnownParts.From(pool.Id, pool.Tags);
        // What others made of a template is known by its place alone.
        var byPlace = pool is not null && !definition.IsPartial && AttachedParts.Apply(definition, pool);
        ValueList<string> unattached = [];
        if (byPlace)
        {
            var names = await support.NamesAsync(AttachedParts.Unclear(definition, pool!)).ConfigureAwait(false);
            (known, unattached) = AttachedParts.Providers(definition, account, pool!, known, names);
        }

        var finder = new SupportFinder(
            support,
            definition,
            options.Adopt,
            known,
            clientId => pools.OthersAcceptAsync(clientId, pool?.Id, DesiredState.NameOf(definition, account, pool)),
            parts => Draft(parts, pool, AttachmentState.Empty, marks)
        );
        var found = await finder.FindAsync().ConfigureAwait(false);
        var attachment = await attaching.ConfigureAwait(false);
        var parts = finder.Known;
        var draft = Draft(parts, pool, attachment, marks);
        var asRead = options.Overwrite || definition.Origin.AsRead?.Id != pool?.Id ? null : definition.Origin.AsRead;
        var before = asRead is null ? draft : State(asRead, parts, new() { Pool = pool, Attachment = attachment });
        var (members, unknown) = await groups.ReadAsync(UserPoolsOf(draft, before)).ConfigureAwait(false);
        var existing = found with { Pool = pool, Attachment = attachment, IsPoolAlone = definition.IsPartial, Groups = members, UnknownGroups = unknown };
        if (byPlace)
        {
            parts = parts with { Roles = AttachedParts.Roles(definition, account, draft, existing) };
            draft = Draft(parts, pool, attachment, marks);
            before = asRead is null ? draft : before;
        }

        var actual = definition.IsPartial ? existing : await ReadPartsAsync(existing, draft, before).ConfigureAwait(false);
        var desired = DesiredState.From(definition, account, parts, actual, marks);
        var edited = asRead is null ? null : Merged(asRead, parts, desired, actual);
        var (steps, kept, wanted) = Planner.Plan(edited?.Wanted ?? desired, actual, Leaving(edited), options.Shared);
        if (pool is not null && steps.OfType<PlanStep.DeleteRole>().Any())
        {
            actual = await WithAllGroupsAsync(actual, pool).ConfigureAwait(false);
            (steps, kept, wanted) = Planner.Plan(edited?.Wanted ?? desired, actual, Leaving(edited), options.Shared);
        }

        var plan = new PublishPlan
        {
            Desired = definition,
            Options = options,
            Name = desired.Pool!.Name,
            Id = pool?.Id,
            Steps = steps,
            Kept = [.. kept, .. edited?.Followed ?? [], .. TakenOver(parts, desired, pool)],
            Unattached = byPlace ? [.. unattached, .. AttachedParts.Missing(definition, desired, actual)] : [],
            Actual = actual,
            Wanted = wanted,
            Account = account,
            ReadAt = readAt,
        };
        ClientRequests.Check(plan.Steps);
        if (!byPlace)
        {
            CheckGroups(plan, asRead is null ? [] : before.Groups);
        }

        if (definition.IsPartial)
        {
            await CheckLeavingAsync(actual.Pool!, steps).ConfigureAwait(false);
        }

        await new RoleCheck(roles, account, observer).CheckAsync(plan).ConfigureAwait(false);
        if (pool is not null && steps.OfType<PlanStep.UpdatePool>().Any(step => step.Pool.Name != pool.Name))
        {
            await WarnOfSharedNameAsync(pool.Id, plan.Name).ConfigureAwait(false);
        }

        cancellation.ThrowIfCancellationRequested();
        return plan;
    }

    /// <summary>The user pools whose groups the definition speaks of, or spoke of when it was read.</summary>
    private static IEnumerable<string> UserPoolsOf(LiveState draft, LiveState before) =>
        draft.Groups.Concat(before.Groups).Select(group => group.UserPoolId).Where(id => !Pending.IsIn(id)).Distinct(StringComparer.Ordinal);

    /// <summary>What stands in the place of parts of the definition and is taken over with the pool.</summary>
    private IEnumerable<IdentityPoolChange> TakenOver(KnownParts parts, LiveState desired, PoolState? pool) =>
        options.Adopt && pool is not null && !Bookkeeping.IsManaged(pool.Tags) ? AttachedParts.TakenOver(parts, desired) : [];

    /// <summary>A group that exists is somebody's: only one without a role, or with a role that this pool gives, is changed unasked.</summary>
    /// <exception cref="Validation.DefinitionException">A group has another role.</exception>
    private void CheckGroups(PublishPlan plan, ValueList<GroupState> asRead)
    {
        var own = plan
            .Actual.Attachment.RoleArns.Concat(plan.Wanted.Attachment.RoleArns)
            .Concat(plan.Wanted.Groups.Concat(asRead).Select(group => group.RoleArn).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);
        if (
            !options.Adopt
            && plan
                .Steps.OfType<PlanStep.UpdateGroup>()
                .FirstOrDefault(step =>
                    step.Before.RoleArn is { } arn && !own.Contains(arn) && (plan.Id is not { } id || !account.Owns(arn) || !IsOurs(Arn.Parse(arn).Name, id))
                )
                is { Before: var group }
        )
        {
            throw DefinitionErrors.Create(nameof(Messages.GroupHasOtherRole), definition, group.Name, group.UserPoolId, group.RoleArn);
        }
    }

    /// <summary>Names need not be unique: a pool may get that of another one, and whoever looks for it by name should know.</summary>
    private async Task WarnOfSharedNameAsync(string id, string name)
    {
        try
        {
            var others = await pools.NamedAsync(name, except: id).ConfigureAwait(false);
            if (others.Length > 0)
            {
                observer.Warned(MessageText.Format(nameof(Messages.PoolNameShared), name, string.Join(", ", others.Select(other => other.Id))));
            }
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.Denied)
        {
            observer.Warned(MessageText.Format(nameof(Messages.PoolNameUnchecked), name, exception.Message));
        }
    }

    private LiveState Draft(KnownParts known, PoolState? pool, AttachmentState attachment, bool marks) =>
        DesiredState.From(definition, account, known, new() { Pool = pool, Attachment = attachment }, marks);

    private LiveState State(IdentityPool read, KnownParts known, LiveState actual) => DesiredState.Unchecked(read, account, known, actual, marks: false);

    /// <summary>What was edited since the definition was read, carried over to what AWS has by now.</summary>
    private EditedState Merged(IdentityPool asRead, KnownParts known, LiveState desired, LiveState actual)
    {
        var now = State(LiveDefinition.From(actual, account), known, actual) with { Grants = actual.Grants };
        return EditMerge.Merge(definition, State(asRead, known, actual), desired, now, actual);
    }

    private Removals Leaving(EditedState? edited) => (edited?.Removals ?? Removals.None) with { Prune = options.Prune };

    private async Task<PoolState?> FindAsync()
    {
        var pool = await ChooseAsync().ConfigureAwait(false);
        return pool is not null && pool.Id == definition.Origin.CopyOf
            ? throw DefinitionErrors.Create(nameof(Messages.CopyOfItself), definition, definition, pool.Id)
            : pool;
    }

    private async Task<PoolState?> ChooseAsync()
    {
        if ((options.Id ?? definition.Id) is { } id)
        {
            return await pools.DescribeAsync(IdentityPoolId.Check(id, clients.Region)).ConfigureAwait(false);
        }

        var name = DesiredState.NameOf(definition, account, null);
        return PoolChoice.Choose(definition, name, await pools.NamedAsync(name).ConfigureAwait(false), options.Adopt);
    }

    /// <summary>A provider that goes takes its role mapping and its principal tags along, which a partial definition does not know.</summary>
    /// <exception cref="Validation.DefinitionException">A provider that goes has such parts.</exception>
    private async Task CheckLeavingAsync(PoolState pool, ValueList<PlanStep> steps)
    {
        var after = steps.OfType<PlanStep.UpdatePool>().LastOrDefault()?.Pool ?? pool;
        var leaving = pool.ProviderKeys.Except(after.ProviderKeys, StringComparer.Ordinal).ToList();
        if (leaving.Count == 0)
        {
            return;
        }

        var tagging = pools.PrincipalTagsAsync(pool.Id, pool.ProviderNames.Except(after.ProviderNames, StringComparer.Ordinal));
        var attachment = await pools.RolesAsync(pool.Id).ConfigureAwait(false);
        var tags = await tagging.ConfigureAwait(false);
        var used = leaving.Where(attachment.Mappings.ContainsKey).Concat(tags.Where(entry => entry.Value.IsOn).Select(entry => entry.Key)).Distinct().ToList();
        if (used.Count > 0)
        {
            throw DefinitionErrors.Create(nameof(Messages.LeavingProviderUsed), definition, definition, string.Join(", ", used), pool.Id);
        }
    }

    /// <summary>What the definition speaks of, and what stays beside it: a plan tells both.</summary>
    /// <param name="found">What is known so far.</param>
    /// <param name="draft">What the definition speaks of.</param>
    /// <param name="before">What it spoke of when it was read.</param>
    private async Task<LiveState> ReadPartsAsync(LiveState found, LiveState draft, LiveState before)
    {
        if (found.Pool is not { } pool)
        {
            return found;
        }

        var wanted = draft.PrincipalTags.Keys.Union(pool.ProviderNames, StringComparer.Ordinal);
        var tagging = pools.PrincipalTagsAsync(pool.Id, wanted.Where(name => !Pending.IsIn(name)));
        var reading = Task.WhenAll(
            draft.Roles.Concat(before.Roles).Select(role => role.IamName).Distinct(StringComparer.OrdinalIgnoreCase).Select(roles.ReadAsync)
        );
        var stayingReading = Task.WhenAll(StayingRoles(draft, found.Attachment, pool.Id).Where(name => before.FindRole(name) is null).Select(roles.ReadAsync));
        var grantsReading = Task.WhenAll(GrantedRoles(draft, before, found.Attachment, pool.Id).Select(name => roles.GrantAsync(name, PolicyName(pool.Id))));
        var leavingReading = Task.WhenAll(LeavingRoles(draft, before, found, pool.Id).Select(LeavingAsync));
        var orphansReading = options.Prune ? OrphansAsync(pool.Id, draft) : Task.FromResult(Array.Empty<RoleState?>());
        var memberReading = Task.WhenAll(GroupRoles(draft, before, found.Groups, pool.Id).Select(roles.ReadAsync));
        var managed = await Task.WhenAll((await reading.ConfigureAwait(false)).Select(role => WithFoldedPoliciesAsync(role, draft))).ConfigureAwait(false);
        CheckOwned(managed, draft, pool);
        var orphans = await orphansReading.ConfigureAwait(false);
        return found with
        {
            PrincipalTags = await tagging.ConfigureAwait(false),
            Roles = managed
                .Concat((await stayingReading.ConfigureAwait(false)).Where(role => role?.IsManagedBy(pool.Id) == true))
                .Concat(await leavingReading.ConfigureAwait(false))
                .Concat(orphans)
                .Concat((await memberReading.ConfigureAwait(false)).Where(role => role?.IsManagedBy(pool.Id) == true))
                .OfType<RoleState>()
                .DistinctBy(role => role.Arn)
                .ToValueList(),
            Grants = (await grantsReading.ConfigureAwait(false)).OfType<GrantState>().ToValueList(),
        };
    }

    private static string PolicyName(string poolId) => Bookkeeping.PolicyNameInIam(Bookkeeping.GuidOf(poolId));

    /// <summary>Roles of which the pool may have granted something.</summary>
    private IEnumerable<string> GrantedRoles(LiveState draft, LiveState before, AttachmentState attachment, string poolId) =>
        draft
            .Grants.Concat(before.Grants)
            .Select(grant => grant.RoleName)
            .Union(OtherRoles(draft, attachment).Where(name => !IsOurs(name, poolId)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Roles that were made with the pool and that it goes on to give.</summary>
    private IEnumerable<string> StayingRoles(LiveState draft, AttachmentState attachment, string poolId) =>
        OtherRoles(draft, attachment).Where(name => IsOurs(name, poolId));

    /// <summary>Roles that were made with the pool and that groups have which the definition does not mention.</summary>
    private IEnumerable<string> GroupRoles(LiveState draft, LiveState before, ValueList<GroupState> known, string poolId) =>
        known
            .Select(group => group.RoleArn)
            .OfType<string>()
            .Where(account.Owns)
            .Select(arn => Arn.Parse(arn).Name)
            .Where(name => IsOurs(name, poolId) && draft.FindRole(name) is null && before.FindRole(name) is null)
            .Distinct(StringComparer.OrdinalIgnoreCase);

    /// <summary>The state with the groups of all user pools: a role that would be deleted may be that of a group.</summary>
    private async Task<LiveState> WithAllGroupsAsync(LiveState actual, PoolState pool)
    {
        var others = pool
            .UserPools.Select(provider => GroupReader.IdOf(provider.ProviderName))
            .Distinct(StringComparer.Ordinal)
            .Except(actual.UnknownGroups)
            .Except(actual.Groups.Select(group => group.UserPoolId));
        var (more, unknown) = await groups.ReadAsync(others).ConfigureAwait(false);
        return actual with { Groups = [.. actual.Groups, .. more], UnknownGroups = [.. actual.UnknownGroups, .. unknown] };
    }

    /// <summary>Roles that were not made with the pool and that it no longer gives to all who get them.</summary>
    private IEnumerable<string> LeavingRoles(LiveState draft, LiveState before, LiveState found, string poolId) =>
        AttachmentPlanner
            .Leaving(found.Attachment, AttachmentPlanner.Merged(draft, found, TakenOut(draft, before)))
            .Where(account.Owns)
            .Where(arn => !IsOurs(Arn.Parse(arn).Name, poolId));

    /// <summary>The mappings that go, before it is known whether AWS still has what was read.</summary>
    private Removals TakenOut(LiveState draft, LiveState before) =>
        options.Prune
            ? Removals.All
            : new(
                false,
                before
                    .Attachment.Mappings.Keys.Except(draft.Attachment.Mappings.Keys)
                    .Concat(before.Pool!.ProviderKeys.Except(draft.Pool!.ProviderKeys))
                    .Select(PartPath.OfMapping)
                    .ToHashSet(StringComparer.Ordinal)
            );

    /// <summary>A role with what is lost with it, as far as it may be read.</summary>
    private async Task<RoleState?> LeavingAsync(string arn)
    {
        try
        {
            return await roles.ReadAsync(Arn.Parse(arn).Name).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.Denied)
        {
            observer.Warned(MessageText.Format(nameof(Messages.RoleNotRead), arn, exception.Message));
            return null;
        }
    }

    private IEnumerable<string> OtherRoles(LiveState draft, AttachmentState attachment) =>
        attachment.RoleArns.Where(account.Owns).Select(arn => Arn.Parse(arn).Name).Where(name => draft.FindRole(name) is null);

    private static bool IsOurs(string roleName, string poolId) => roleName.EndsWith(Bookkeeping.GuidOf(poolId), StringComparison.OrdinalIgnoreCase);

    /// <summary>Roles that were made for the pool and that the definition does not speak of.</summary>
    private async Task<RoleState?[]> OrphansAsync(string poolId, LiveState draft)
    {
        var names = await roles.NamesEndingInAsync(Bookkeeping.GuidOf(poolId)).ConfigureAwait(false);
        // AWS promises no order, and the same plan has the same hash.
        return await Task.WhenAll(names.Where(name => draft.FindRole(name) is null).Order(StringComparer.Ordinal).Select(roles.ReadAsync))
            .ConfigureAwait(false);
    }

    /// <summary>The role with the managed policies of the account that a template has as the role's own statements.</summary>
    private async Task<RoleState?> WithFoldedPoliciesAsync(RoleState? role, LiveState draft)
    {
        if (role is null || draft.FindRole(role.IamName) is not { AttachedAs: { } name } wanted || !AttachedParts.HasFoldedPolicies(definition, name))
        {
            return role;
        }

        var arns = role.ManagedPolicyArns.Except(wanted.ManagedPolicyArns).Where(account.Owns).ToList();
        var documents = await Task.WhenAll(arns.Select(roles.ManagedPolicyAsync)).ConfigureAwait(false);
        return role with
        {
            FoldedPolicies = ValueMap<TemplateNode>.Create(
                arns.Zip(documents).Where(policy => policy.Second is not null).Select(policy => KeyValuePair.Create(policy.First, policy.Second!))
            ),
        };
    }

    private void CheckOwned(RoleState?[] found, LiveState draft, PoolState pool)
    {
        if (found.FirstOrDefault(role => role is not null && !role.IsManagedBy(pool.Id) && draft.FindRole(role.IamName)?.AttachedAs is null) is { } foreign)
        {
            throw DefinitionErrors.Create(nameof(Messages.RoleNameTaken), definition, foreign.IamName, pool.Name, foreign.Arn);
        }
    }
}
