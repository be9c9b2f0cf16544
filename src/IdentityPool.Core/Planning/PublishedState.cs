using IdentityPools.Model;
using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>What there is once a plan has been carried out, told by the plan itself: nothing needs to be read again.</summary>
internal static class PublishedState
{
    /// <summary>The pool as it is then.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="resolve">Gives the names that AWS gave.</param>
    public static IdentityPool From(PublishPlan plan, Func<string, string> resolve)
    {
        var steps = plan.Steps.Select(step => step.Resolved(resolve)).ToList();
        var state = new LiveState
        {
            Pool = Pool(plan, steps),
            IsPoolAlone = plan.Actual.IsPoolAlone,
            Attachment = steps.OfType<PlanStep.SetRoles>().LastOrDefault()?.Attachment ?? plan.Actual.Attachment,
            PrincipalTags = PrincipalTags(plan, steps),
            Groups = Groups(plan, steps),
            Roles = plan
                .Wanted.Roles.Select(role => role.Map(resolve))
                .Select(role =>
                    role.AttachedAs is not null && plan.Actual.FindRole(role.IamName) is { } attached
                        ? Attached(attached, steps)
                        : WithUnmentioned(role, plan.Actual.FindRole(role.IamName), steps)
                )
                .Concat(plan.Actual.Roles.Where(role => plan.Wanted.FindRole(role.IamName) is null).Select(role => Staying(role, steps)))
                .ToValueList(),
        };
        var published = LiveDefinition.From(state, plan.Account).NamedLike(plan.Desired);
        return plan
            .Desired.Roles.Where(role => !role.IsManaged && role.Statements.Count > 0)
            .Aggregate(published, (known, role) => known.WithRole(role, same => same.WithStatements(role.Statements)));
    }

    private static PoolState Pool(PublishPlan plan, List<PlanStep> steps)
    {
        var pool = steps.Aggregate(
            plan.Actual.Pool,
            (known, step) =>
                step switch
                {
                    PlanStep.CreatePool create => create.Pool,
                    PlanStep.UpdatePool update => update.Pool,
                    _ => known,
                }
        )!;
        var removed = steps.OfType<PlanStep.UntagPool>().SelectMany(step => step.Keys).ToHashSet(StringComparer.Ordinal);
        var added = steps.OfType<PlanStep.TagPool>().SelectMany(step => step.Tags).ToList();
        return pool with
        {
            Tags = ValueMap<string>.Create(pool.Tags.Where(tag => !removed.Contains(tag.Key) && added.TrueForAll(other => other.Key != tag.Key)).Concat(added)),
        };
    }

    private static ValueMap<PrincipalTagState> PrincipalTags(PublishPlan plan, List<PlanStep> steps)
    {
        var set = steps.OfType<PlanStep.SetPrincipalTags>().ToDictionary(step => step.Provider, step => step.State, StringComparer.Ordinal);
        return ValueMap<PrincipalTagState>.Create(plan.Actual.PrincipalTags.Where(tags => !set.ContainsKey(tags.Key)).Concat(set));
    }

    private static ValueList<GroupState> Groups(PublishPlan plan, List<PlanStep> steps)
    {
        var set = steps
            .OfType<PlanStep.CreateGroup>()
            .Select(step => step.Group)
            .Concat(steps.OfType<PlanStep.UpdateGroup>().Select(step => step.Group))
            .ToList();
        var gone = steps.OfType<PlanStep.DeleteGroup>().Select(step => step.Target).Concat(set.Select(group => group.Key)).ToHashSet(StringComparer.Ordinal);
        return [.. plan.Actual.Groups.Where(group => !gone.Contains(group.Key)), .. set];
    }

    /// <summary>A role that others made, in the place of one of a template: what was written to it.</summary>
    private static RoleState Attached(RoleState role, List<PlanStep> steps)
    {
        var put = steps.OfType<PlanStep.PutRolePolicy>().Where(step => step.RoleName == role.IamName).ToList();
        var deleted = steps.OfType<PlanStep.DeleteRolePolicy>().Where(step => step.RoleName == role.IamName).Select(step => step.PolicyName);
        var gone = deleted.Concat(put.Select(step => step.PolicyName)).ToHashSet(StringComparer.Ordinal);
        var attached = steps.OfType<PlanStep.AttachRolePolicy>().Where(step => step.RoleName == role.IamName).Select(step => step.PolicyArn);
        var detached = steps.OfType<PlanStep.DetachRolePolicy>().Where(step => step.RoleName == role.IamName).Select(step => step.PolicyArn);
        var updated = steps.OfType<PlanStep.UpdateRole>().LastOrDefault(step => step.Role.IamName == role.IamName)?.Role ?? role;
        return Staying(role, steps) with
        {
            Description = updated.Description,
            MaxSessionDuration = updated.MaxSessionDuration,
            PermissionsBoundary =
                steps.OfType<PlanStep.PutPermissionsBoundary>().LastOrDefault(step => step.RoleName == role.IamName)?.PolicyArn ?? role.PermissionsBoundary,
            InlinePolicies = ValueMap<TemplateNode>.Create(
                role.InlinePolicies.Where(policy => !gone.Contains(policy.Key)).Concat(put.Select(step => KeyValuePair.Create(step.PolicyName, step.Document)))
            ),
            ManagedPolicyArns = role.ManagedPolicyArns.Except(detached).Union(attached).Order(StringComparer.Ordinal).ToValueList(),
        };
    }

    /// <summary>A role that the definition does not mention: only its trust and the tags of its pool may have changed.</summary>
    private static RoleState Staying(RoleState role, List<PlanStep> steps)
    {
        var removed = Untagged(role, steps);
        var added = steps.OfType<PlanStep.TagRole>().Where(step => step.RoleName == role.IamName).SelectMany(step => step.Tags).ToList();
        return role with
        {
            Trust = steps.OfType<PlanStep.UpdateTrust>().LastOrDefault(step => step.RoleName == role.IamName)?.Document ?? role.Trust,
            Tags = ValueMap<string>.Create(role.Tags.Where(tag => !removed.Contains(tag.Key) && added.TrueForAll(other => other.Key != tag.Key)).Concat(added)),
        };
    }

    private static HashSet<string> Untagged(RoleState role, List<PlanStep> steps) =>
        steps.OfType<PlanStep.UntagRole>().Where(step => step.RoleName == role.IamName).SelectMany(step => step.Keys).ToHashSet(StringComparer.Ordinal);

    private static RoleState WithUnmentioned(RoleState role, RoleState? actual, List<PlanStep> steps)
    {
        if (actual is null)
        {
            return role;
        }

        var updated = steps.OfType<PlanStep.UpdateRole>().LastOrDefault(step => step.Role.IamName == actual.IamName)?.Role ?? actual;
        var mentioned = role.Tags.Keys.ToHashSet(TagRules.Keys);
        var removed = Untagged(actual, steps);
        return role with
        {
            Description = updated.Description,
            MaxSessionDuration = updated.MaxSessionDuration,
            PermissionsBoundary = steps.OfType<PlanStep.DeletePermissionsBoundary>().Any(step => step.RoleName == actual.IamName)
                ? null
                : role.PermissionsBoundary ?? actual.PermissionsBoundary,
            InlinePolicies = ValueMap<TemplateNode>.Create(
                role.InlinePolicies.Concat(
                    actual.InlinePolicies.Where(policy =>
                        !role.InlinePolicies.ContainsKey(policy.Key)
                        && !steps.OfType<PlanStep.DeleteRolePolicy>().Any(step => step.RoleName == actual.IamName && step.PolicyName == policy.Key)
                    )
                )
            ),
            ManagedPolicyArns = role
                .ManagedPolicyArns.Union(
                    actual.ManagedPolicyArns.Where(arn =>
                        !steps.OfType<PlanStep.DetachRolePolicy>().Any(step => step.RoleName == actual.IamName && step.PolicyArn == arn)
                    )
                )
                .Order(StringComparer.Ordinal)
                .ToValueList(),
            Tags = ValueMap<string>.Create(actual.Tags.Where(tag => !mentioned.Contains(tag.Key) && !removed.Contains(tag.Key)).Concat(role.Tags)),
        };
    }
}
