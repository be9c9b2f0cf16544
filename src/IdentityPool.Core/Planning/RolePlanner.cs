using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>The roles of a pool and what they may do.</summary>
/// <param name="changes">Takes what differs.</param>
/// <param name="sessionTags">Which roles identities reach with session tags.</param>
/// <param name="poolTags">The tags that the pool has.</param>
/// <param name="pool">The pool as it should be.</param>
/// <param name="removals">What goes of that which is not mentioned.</param>
internal sealed class RolePlanner(ChangeList changes, SessionTags sessionTags, ValueMap<string> poolTags, PoolState pool, Removals removals)
{
    private readonly List<(string Path, string RoleName, TemplateNode Before, TemplateNode After)> trustAfterTags = [];

    public void Plan(RoleState desired, RoleState? actual)
    {
        if (actual is null)
        {
            Create(desired);
            return;
        }

        var path = PathOf(desired);
        if (desired.AttachedAs is not null)
        {
            PlanAttached(path, desired, actual);
            return;
        }

        if (desired.Path != actual.Path)
        {
            throw DefinitionErrors.Create(nameof(Messages.RolePathFixed), desired.Name, desired.Name, actual.Path, desired.Path);
        }

        PlanTrust(path, actual, desired.Trust);
        PlanSettings(path, desired, actual);
        PlanPolicies(path, desired, actual);
        PlanTags(path, desired, actual, Messages.KeptRoleTag);
    }

    /// <summary>
    /// A role that others made, in the place of one of a template. The template says all that it may do, wherever its statements are and whatever the policies are
    /// called.
    /// </summary>
    private void PlanAttached(string path, RoleState desired, RoleState actual)
    {
        if (!DocumentMatch.AreSame(desired.Trust, actual.Trust))
        {
            changes.Update($"{path}.TrustPolicy", actual.Trust, desired.Trust, Loss.OfStatements(actual.Trust, desired.Trust));
            changes.Close(new PlanStep.UpdateTrust(actual.IamName, desired.Trust));
        }

        PlanSettings(path, desired, actual);
        PlanStatements(path, desired, actual);
        foreach (var arn in desired.ManagedPolicyArns.Except(actual.ManagedPolicyArns))
        {
            changes.Create($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.AttachRolePolicy(actual.IamName, arn));
        }

        foreach (var arn in actual.ManagedPolicyArns.Except(desired.ManagedPolicyArns).Except(actual.FoldedPolicies.Keys))
        {
            changes.Delete($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.DetachRolePolicy(actual.IamName, arn));
        }

        PlanTags(path, desired, actual, Messages.KeptRoleTag);
    }

    /// <summary>Statements that differ are written to one policy, and the others go, since it says what they said.</summary>
    private void PlanStatements(string path, RoleState desired, RoleState actual)
    {
        var documents = actual.InlinePolicies.Values.Concat(actual.FoldedPolicies.Values).ToList();
        var before = documents.Count == 0 ? null : DocumentMatch.Together(documents);
        var after = desired.InlinePolicies.Values.FirstOrDefault();
        if (DocumentMatch.AreSame(after ?? DocumentMatch.Together([]), before ?? DocumentMatch.Together([])))
        {
            return;
        }

        if (after is null)
        {
            changes.Delete($"{path}.Statements", ChangeText.Describe(path, before!));
        }
        else
        {
            Note($"{path}.Statements", path, before, after);
            var (name, document) = desired.InlinePolicies.First();
            changes.Close(new PlanStep.PutRolePolicy(actual.IamName, name, document));
        }

        foreach (var name in actual.InlinePolicies.Keys.Where(name => !desired.InlinePolicies.ContainsKey(name)))
        {
            changes.Close(new PlanStep.DeleteRolePolicy(actual.IamName, name));
        }

        foreach (var arn in actual.FoldedPolicies.Keys)
        {
            changes.Close(new PlanStep.DetachRolePolicy(actual.IamName, arn));
        }
    }

    private void PlanTags(string path, RoleState desired, RoleState actual, string remedy) =>
        new TagChanges(changes, path + ".Tags", TagRules.Keys, MessageText.Format(nameof(Messages.RoleOfPool), desired.Name, pool.Name)).Plan(
            desired.Tags,
            actual.Tags,
            tag => (removals.Prune && IsOfPool(tag)) || removals.Paths.Contains(PartPath.OfTag(path + ".", tag.Key)),
            tag => IsOfPool(tag) ? Messages.KeptUntilPrune : remedy,
            tags => new PlanStep.TagRole(actual.IamName, tags),
            keys => new PlanStep.UntagRole(actual.IamName, keys)
        );

    /// <summary>
    /// A role that the definition does not mention: it stays as it is, but for session tags, without which nobody would get in. A default role that
    /// nobody named would be empty if it were new, so what it has is a difference; the tags of its pool are its own.
    /// </summary>
    public void PlanStaying(RoleState actual, RoleState? asNew)
    {
        var path = PathOf(actual);
        PlanTrust(path, actual, sessionTags.Staying(actual));
        if (asNew is not null)
        {
            var remedy = MessageText.Format(nameof(Messages.KeptRolePart), actual.Name);
            KeepParts(path, asNew, actual, remedy);
            PlanTags(path, asNew with { Tags = Bookkeeping.WithoutPolicies(asNew.Tags) }, actual, remedy);
        }
    }

    // A tag of the pool reaches its roles, and goes from there too.
    private bool IsOfPool(KeyValuePair<string, string> tag) => poolTags.GetValueOrDefault(tag.Key) == tag.Value;

    /// <summary>Takes session tags out of the trust of roles that nobody reaches with them any more.</summary>
    public void PlanTrustAfterTags()
    {
        foreach (var (path, roleName, before, after) in trustAfterTags)
        {
            Update(path, roleName, before, after);
        }
    }

    private void KeepParts(string path, RoleState asNew, RoleState actual, string remedy)
    {
        foreach (var (name, document) in actual.InlinePolicies)
        {
            changes.Keep(PathOf(path, name), ChangeText.Describe(path, document), remedy);
        }

        foreach (var arn in actual.ManagedPolicyArns)
        {
            changes.Keep($"{path}.ManagedPolicyArns", arn, remedy);
        }

        if (!sessionTags.AreSameButForTags(asNew.Trust, actual.Trust))
        {
            changes.Keep($"{path}.TrustPolicy", actual.Trust, remedy);
        }

        KeepSettings(path, asNew, actual, remedy);
    }

    /// <summary>Settings that a definition leaves open.</summary>
    private void KeepSettings(string path, RoleState desired, RoleState actual, string remedy)
    {
        if (actual.Description is { } description && desired.Description is null)
        {
            changes.Keep($"{path}.Description", description, remedy);
        }

        if (actual.MaxSessionDuration is { } seconds and not Limits.DefaultSessionDuration && desired.MaxSessionDuration is null)
        {
            changes.Keep($"{path}.MaxSessionDuration", seconds, remedy);
        }

        if (actual.PermissionsBoundary is { } boundary && desired.PermissionsBoundary is null)
        {
            changes.Keep($"{path}.PermissionsBoundary", boundary, remedy);
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
            changes.RemoveOrKeep(PathOf(grant), Text(grant), removals.Include(PathOf(grant)));
            if (changes.HasPending)
            {
                changes.Close(new PlanStep.DeleteRolePolicy(grant.RoleName, grant.PolicyName));
            }
        }
    }

    /// <summary>A role of the pool that nobody gets from it any more.</summary>
    public void KeepDetached(RoleState role) => changes.Keep(PathOf(role), role.Arn, Messages.KeptUntilPrune);

    /// <summary>Takes a role away, its policies first.</summary>
    public void Remove(RoleState role)
    {
        changes.Delete(PathOf(role), role.Arn);
        foreach (var step in RoleRemains.From(role).Removal)
        {
            changes.Close(step);
        }
    }

    private static string PathOf(RoleState role) => PartPath.OfRole(role.Name);

    private static string PathOf(GrantState grant) => $"{PartPath.OfRole(grant.RoleName)}.Statements";

    private static string PathOf(string role, string policy) => policy == Bookkeeping.PolicyName ? $"{role}.Statements" : $"{role}.InlinePolicies[{policy}]";

    private static string Text(GrantState grant) => ChangeText.Describe(PathOf(grant), grant.Document);

    /// <summary>Notes a policy by its statements; by its whole documents when the statements say the same, in another version for example.</summary>
    private void Note(string path, string role, TemplateNode? before, TemplateNode after)
    {
        var (old, now) = (before is null ? null : ChangeText.Describe(role, before), ChangeText.Describe(role, after));
        var isLoss = before is not null && Loss.OfStatements(before, after);
        if (old == now)
        {
            changes.Update(path, before, after, isLoss);
        }
        else
        {
            changes.Difference(path, old, now, isLoss);
        }
    }

    private void Create(RoleState role)
    {
        var path = PathOf(role);
        changes.Create(path, role.IamName);
        CreateSettings(path, role);
        changes.Close(new PlanStep.CreateRole(role));
        foreach (var (name, document) in role.InlinePolicies)
        {
            changes.Create($"{path}.Statements", ChangeText.Describe(path, document));
            changes.Close(new PlanStep.PutRolePolicy(role.IamName, name, document));
        }

        foreach (var arn in role.ManagedPolicyArns)
        {
            changes.Create($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.AttachRolePolicy(role.IamName, arn));
        }
    }

    /// <summary>Whoever approves a plan sees what bounds a role, and that nothing does.</summary>
    private void CreateSettings(string path, RoleState role)
    {
        if (role.Description is { } description)
        {
            changes.Create($"{path}.Description", description);
        }

        if (role.MaxSessionDuration is { } seconds)
        {
            changes.Create($"{path}.MaxSessionDuration", seconds);
        }

        if (role.PermissionsBoundary is { } boundary)
        {
            changes.Create($"{path}.PermissionsBoundary", boundary);
        }

        foreach (var (key, value) in Bookkeeping.UserTags(role.Tags).Except(pool.Tags))
        {
            changes.Create(PartPath.OfTag(path + ".", key), value);
        }
    }

    /// <summary>Session tags are allowed before they are set, and forbidden after they are cleared.</summary>
    private void PlanTrust(string path, RoleState actual, TemplateNode after)
    {
        var interim = sessionTags.Interim(after, actual.Trust);
        Update(path, actual.IamName, actual.Trust, interim);
        trustAfterTags.Add((path, actual.IamName, interim, after));
    }

    private void Update(string path, string roleName, TemplateNode before, TemplateNode after)
    {
        if (!PolicyText.AreSame(after, before))
        {
            changes.Update($"{path}.TrustPolicy", before, after, Loss.OfStatements(before, after));
            changes.Close(new PlanStep.UpdateTrust(roleName, after));
        }
    }

    private void PlanSettings(string path, RoleState desired, RoleState actual)
    {
        var losesDescription = desired.Description is null && Goes("Description");
        var description = losesDescription ? null : desired.Description ?? actual.Description;
        var duration = desired.MaxSessionDuration ?? actual.MaxSessionDuration;
        changes.Difference($"{path}.Description", actual.Description, description, Loss.OfSetting);
        changes.Difference($"{path}.MaxSessionDuration", actual.MaxSessionDuration, duration, Loss.OfSetting);
        if (changes.HasPending)
        {
            // The call replaces both; one that says nothing of the description leaves it.
            changes.Close(new PlanStep.UpdateRole(actual with { Description = losesDescription ? "" : description, MaxSessionDuration = duration }));
        }

        KeepSettings(
            path,
            desired,
            actual with
            {
                Description = description,
                PermissionsBoundary = Goes("PermissionsBoundary") ? null : actual.PermissionsBoundary,
            },
            Messages.KeptRoleSetting
        );
        if (desired.PermissionsBoundary is null && actual.PermissionsBoundary is { } bound && Goes("PermissionsBoundary"))
        {
            changes.Delete($"{path}.PermissionsBoundary", bound);
            changes.Close(new PlanStep.DeletePermissionsBoundary(actual.IamName));
        }

        if (desired.PermissionsBoundary is { } boundary && boundary != actual.PermissionsBoundary)
        {
            changes.Difference($"{path}.PermissionsBoundary", actual.PermissionsBoundary, boundary, Loss.OfBoundary);
            changes.Close(new PlanStep.PutPermissionsBoundary(actual.IamName, boundary));
        }

        bool Goes(string setting) => removals.Paths.Contains($"{path}.{setting}");
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
            // The one of this name is the role's own statements; every other one was put there by someone else.
            changes.RemoveOrKeep(PathOf(path, name), ChangeText.Describe(path, document), removals.Prune || name == Bookkeeping.PolicyName);
            if (changes.HasPending)
            {
                changes.Close(new PlanStep.DeleteRolePolicy(actual.IamName, name));
            }
        }

        foreach (var arn in desired.ManagedPolicyArns.Except(actual.ManagedPolicyArns))
        {
            changes.Create($"{path}.ManagedPolicyArns", arn);
            changes.Close(new PlanStep.AttachRolePolicy(actual.IamName, arn));
        }

        foreach (var arn in actual.ManagedPolicyArns.Except(desired.ManagedPolicyArns))
        {
            changes.RemoveOrKeep(
                $"{path}.ManagedPolicyArns",
                arn,
                removals.Include(PartPath.OfManagedPolicy(path, arn)) || Bookkeeping.IsAttachedHere(actual.Tags, arn)
            );
            if (changes.HasPending)
            {
                changes.Close(new PlanStep.DetachRolePolicy(actual.IamName, arn));
            }
        }
    }
}
