using IdentityPools.Template;
using IdentityPools.Validation;

namespace IdentityPools.Planning;

/// <summary>The roles of a pool and what they may do.</summary>
internal sealed class RolePlanner(ChangeList changes, bool prune)
{
    public void Plan(RoleState desired, RoleState? actual)
    {
        if (actual is null)
        {
            Create(desired);
            return;
        }

        var path = PathOf(desired);
        if (desired.Path != actual.Path)
        {
            throw Fault.Of(nameof(Messages.RolePathFixed), desired.Name, desired.Name, actual.Path, desired.Path);
        }

        PlanTrust(path, desired, actual);
        PlanSettings(path, desired, actual);
        PlanPolicies(path, desired, actual);
        if (TagChanges.Note(changes, path + ".Tags", desired.Tags, actual.Tags) is { Count: > 0 } tags)
        {
            changes.Close(new PlanStep.TagRole(actual.IamName, tags));
        }

        ForgetTags(path, desired, actual);
    }

    private void ForgetTags(string path, RoleState desired, RoleState actual)
    {
        var others = Bookkeeping.UserTags(actual.Tags).Where(tag => !desired.Tags.ContainsKey(tag.Key)).ToList();
        foreach (var (key, value) in others)
        {
            changes.Forget($"{path}.Tags[{key}]", value, prune);
        }

        if (changes.HasPending)
        {
            changes.Close(new PlanStep.UntagRole(actual.IamName, others.Select(tag => tag.Key).ToValueList()));
        }
    }

    /// <summary>What is granted to roles that were not made here.</summary>
    public void PlanGrants(ValueList<GrantState> desired, ValueList<GrantState> actual)
    {
        foreach (var grant in desired)
        {
            var known = actual.FirstOrDefault(other => other.RoleName == grant.RoleName);
            if (known is null || !PolicyText.AreSame(known.Document, grant.Document))
            {
                Note(PathOf(grant), PathOf(grant), known?.Document, grant.Document);
                changes.Close(new PlanStep.PutRolePolicy(grant.RoleName, grant.PolicyName, grant.Document));
            }
        }

        foreach (var grant in actual.Where(grant => desired.All(other => other.RoleName != grant.RoleName)))
        {
            changes.Forget(PathOf(grant), Text(grant), prune);
            if (changes.HasPending)
            {
                changes.Close(new PlanStep.DeleteRolePolicy(grant.RoleName, grant.PolicyName));
            }
        }
    }

    /// <summary>Takes a role away, its policies first.</summary>
    public void Remove(RoleState role)
    {
        changes.Delete(PathOf(role), role.Arn);
        foreach (var step in RoleRemains.Of(role).Removal)
        {
            changes.Close(step);
        }
    }

    private static string PathOf(RoleState role) => $"Roles[{role.Name}]";

    private static string PathOf(GrantState grant) => $"Roles[{grant.RoleName}].Statements";

    private static string Text(GrantState grant) => ChangeText.Of(PathOf(grant), grant.Document);

    /// <summary>Notes a policy by its statements; by its whole documents when the statements say the same, in another version for example.</summary>
    private void Note(string path, string role, TemplateNode? before, TemplateNode after)
    {
        var (old, now) = (before is null ? null : ChangeText.Of(role, before), ChangeText.Of(role, after));
        if (old == now)
        {
            changes.Update(path, before, after);
        }
        else
        {
            changes.Difference(path, old, now);
        }
    }

    private void Create(RoleState role)
    {
        var path = PathOf(role);
        changes.Create(path, role.IamName);
        changes.Close(new PlanStep.CreateRole(role));
        foreach (var (name, document) in role.InlinePolicies)
        {
            changes.Create($"{path}.Statements", ChangeText.Of(path, document));
            changes.Close(new PlanStep.PutRolePolicy(role.IamName, name, document));
        }

        foreach (var arn in role.ManagedPolicyArns)
        {
            changes.Create($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.AttachRolePolicy(role.IamName, arn));
        }
    }

    private void PlanTrust(string path, RoleState desired, RoleState actual)
    {
        if (!PolicyText.AreSame(desired.Trust, actual.Trust))
        {
            changes.Update($"{path}.TrustPolicy", actual.Trust, desired.Trust);
            changes.Close(new PlanStep.UpdateTrust(actual.IamName, desired.Trust));
        }
    }

    private void PlanSettings(string path, RoleState desired, RoleState actual)
    {
        var description = desired.Description ?? actual.Description;
        var duration = desired.MaxSessionDuration ?? actual.MaxSessionDuration;
        changes.Difference($"{path}.Description", actual.Description, description);
        changes.Difference($"{path}.MaxSessionDuration", actual.MaxSessionDuration, duration);
        if (changes.HasPending)
        {
            // The call replaces both.
            changes.Close(new PlanStep.UpdateRole(actual with { Description = description, MaxSessionDuration = duration }));
        }

        if (desired.PermissionsBoundary is { } boundary && boundary != actual.PermissionsBoundary)
        {
            changes.Difference($"{path}.PermissionsBoundary", actual.PermissionsBoundary, boundary);
            changes.Close(new PlanStep.PutPermissionsBoundary(actual.IamName, boundary));
        }
    }

    private void PlanPolicies(string path, RoleState desired, RoleState actual)
    {
        foreach (var (name, document) in desired.InlinePolicies)
        {
            var known = actual.InlinePolicies.GetValueOrDefault(name);
            if (known is null || !PolicyText.AreSame(known, document))
            {
                Note($"{path}.Statements", path, known, document);
                changes.Close(new PlanStep.PutRolePolicy(actual.IamName, name, document));
            }
        }

        foreach (var (name, document) in actual.InlinePolicies.Where(policy => !desired.InlinePolicies.ContainsKey(policy.Key)))
        {
            changes.Delete(name == RoleResources.PolicyName ? $"{path}.Statements" : $"{path}.InlinePolicies[{name}]", ChangeText.Of(path, document));
            changes.Close(new PlanStep.DeleteRolePolicy(actual.IamName, name));
        }

        foreach (var arn in desired.ManagedPolicyArns.Except(actual.ManagedPolicyArns))
        {
            changes.Create($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.AttachRolePolicy(actual.IamName, arn));
        }

        foreach (var arn in actual.ManagedPolicyArns.Except(desired.ManagedPolicyArns))
        {
            changes.Delete($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.DetachRolePolicy(actual.IamName, arn));
        }
    }
}
