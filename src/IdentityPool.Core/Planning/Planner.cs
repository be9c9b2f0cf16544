using IdentityPools.Model;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// Compares what a pool should be with what it is and gives the calls that close the differences, in the order in which they can be made: what the pool
/// needs, the pool, its roles, who gets them, session tags, tags; what goes, goes last.
/// </summary>
internal sealed class Planner
{
    private readonly AttachmentState attachment;
    private readonly SessionTags sessionTags;
    private readonly LiveState desired;
    private readonly LiveState actual;
    private readonly Removals removals;
    private readonly SharedAudiences shared;
    private readonly ChangeList changes;

    private Planner(LiveState desired, LiveState actual, Removals removals, SharedAudiences shared)
    {
        (this.actual, this.removals, this.shared) = (actual, removals, shared);
        attachment = AttachmentPlanner.Merged(desired, actual, removals);
        sessionTags = new(desired, actual, attachment, removals);
        this.desired = desired with
        {
            Roles = desired.Roles.Select(role => role.AttachedAs is null ? sessionTags.Settled(role) : role).ToValueList(),
            NewlyTaggedRoles = sessionTags.New.ToValueList(),
        };
        changes = new(desired.Pool!.Name);
    }

    /// <summary>The calls, what stays although the definition does not mention it, and what the definition wants in view of that.</summary>
    /// <param name="desired">What should be; parts that it does not hold are not mentioned.</param>
    /// <param name="actual">What is, as far as it was looked at.</param>
    /// <param name="removals">What goes of that which is not mentioned.</param>
    /// <param name="shared">What other definitions of the same run ask of the providers that they share.</param>
    /// <exception cref="DefinitionException">Something would have to change that AWS never changes.</exception>
    public static (ValueList<PlanStep> Steps, ValueList<IdentityPoolChange> Kept, LiveState Wanted) Plan(
        LiveState desired,
        LiveState actual,
        Removals removals,
        SharedAudiences? shared = null
    )
    {
        var planner = new Planner(desired, actual, removals, shared ?? SharedAudiences.None);
        planner.Plan();
        return (planner.changes.Steps.ToValueList(), planner.changes.Kept.ToValueList(), planner.desired);
    }

    private void Plan()
    {
        var support = new SupportPlanner(changes, removals, shared);
        support.Plan(desired, actual);
        var pool = new PoolPlanner(changes, desired, actual, removals);
        pool.PlanBefore();
        var roles = new RolePlanner(changes, sessionTags, actual.Pool?.Tags ?? ValueMap<string>.Empty, desired.Pool!, removals);
        foreach (var role in desired.Roles)
        {
            roles.Plan(role, actual.FindRole(role.IamName));
        }

        foreach (var role in StayingRoles())
        {
            roles.PlanStaying(role, desired.DefaultRoles.FirstOrDefault(known => known.Arn == role.Arn));
        }

        roles.PlanGrants(desired.Grants, actual.Grants);
        AttachmentPlanner.Plan(changes, desired, actual, attachment);
        var groups = new GroupPlanner(changes, removals);
        groups.Plan(desired, actual);
        PlanPrincipalTags();
        roles.PlanTrustAfterTags();
        pool.PlanTags();
        groups.PlanRemovals(desired, actual);
        PlanUnusedRoles(roles);
        pool.PlanAfter();
        if (removals.Prune)
        {
            PruneClients();
        }
    }

    /// <summary>The roles, by their ARNs, that the pool or a group goes on to give.</summary>
    private HashSet<string> UsedRoles() =>
        attachment
            .RoleArns.Concat(GroupPlanner.After(desired, actual, removals).Select(group => group.RoleArn).OfType<string>())
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Roles that were made with the pool, that the definition does not mention, and that identities go on to get.</summary>
    private List<RoleState> StayingRoles()
    {
        var used = UsedRoles();
        return actual.Roles.Where(role => role.IsManagedBy(desired.Pool!.Id) && used.Contains(role.Arn) && desired.FindRole(role.IamName) is null).ToList();
    }

    private void PlanPrincipalTags()
    {
        foreach (var (provider, state) in desired.PrincipalTags)
        {
            Set(provider, actual.PrincipalTags.GetValueOrDefault(provider), state);
        }

        foreach (var (provider, state) in actual.PrincipalTags.Where(entry => entry.Value.IsOn && !desired.PrincipalTags.ContainsKey(entry.Key)))
        {
            if (removals.Include(PartPath.OfPrincipalTags(provider)))
            {
                Set(provider, state, PrincipalTagState.Off);
            }
            else
            {
                changes.Keep(PartPath.OfPrincipalTags(provider), state, Messages.KeptUntilPrune);
            }
        }

        void Set(string provider, PrincipalTagState? before, PrincipalTagState after)
        {
            if ((before ?? PrincipalTagState.Off) == after)
            {
                return;
            }

            var on = before is { IsOn: true } ? before : null;
            changes.Difference(PartPath.OfPrincipalTags(provider), on, after.IsOn ? after : null, on is not null && Loss.OfPrincipalTags(on, after));
            changes.Close(new PlanStep.SetPrincipalTags(desired.Pool!.Id, provider, after));
        }
    }

    /// <summary>Roles that were made for the pool and that nothing speaks of any more: one that is only detached is told.</summary>
    private void PlanUnusedRoles(RolePlanner roles)
    {
        var used = UsedRoles();
        foreach (
            var role in actual.Roles.Where(role => role.IsManagedBy(desired.Pool!.Id) && desired.FindRole(role.IamName) is null && !used.Contains(role.Arn))
        )
        {
            if (!removals.Include(PartPath.OfRole(role.Name)))
            {
                roles.KeepDetached(role);
            }
            else if (actual.UnknownGroups.Count > 0)
            {
                changes.Keep(PartPath.OfRole(role.Name), role.Arn, MessageText.Format(nameof(Messages.KeptRoleOfUnknownGroup), actual.UnknownGroups));
            }
            else
            {
                roles.Remove(role);
            }
        }
    }

    /// <summary>Clients that were made with the pool and that nothing speaks of any more. A foreign client is only detached.</summary>
    private void PruneClients()
    {
        var used = desired.Pool!.UserPools.Select(provider => provider.ClientId).ToHashSet(StringComparer.Ordinal);
        foreach (var (clientId, owner) in Bookkeeping.Clients(actual.Pool?.Tags ?? ValueMap<string>.Empty).Where(client => !used.Contains(client.ClientId)))
        {
            changes.Delete(Bookkeeping.PathOfClient(owner), clientId);
            changes.Close(new PlanStep.DeleteClient(Bookkeeping.UserPoolOf(owner), clientId));
            changes.Close(new PlanStep.UntagPool(desired.Pool.Id, [Bookkeeping.ClientPrefix + clientId]));
        }
    }
}
