using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// Groups of user pools. They belong to their user pools, whose members they order: what a definition does not mention stays, and one goes only if it was there
/// when the definition was read and was taken out of it since.
/// </summary>
/// <param name="changes">Takes what differs.</param>
/// <param name="removals">What goes of that which is not mentioned.</param>
internal sealed class GroupPlanner(ChangeList changes, Removals removals)
{
    private const string Role = $".{nameof(UserPoolGroup.Role)}";
    private const string Precedence = $".{nameof(UserPoolGroup.Precedence)}";
    private const string Description = $".{nameof(UserPoolGroup.Description)}";

    /// <summary>Creates and changes groups, once their roles are there.</summary>
    public void Plan(LiveState desired, LiveState actual)
    {
        foreach (var group in desired.Groups)
        {
            if (actual.UnknownGroups.Contains(group.UserPoolId))
            {
                changes.Keep(PartPath.OfGroup(group.Key), Messages.NotRead, Messages.KeptUnknownGroup);
            }
            else if (actual.FindGroup(group.Key) is { } known)
            {
                Change(known, group);
            }
            else
            {
                Create(group);
            }
        }
    }

    /// <summary>Deletes groups that were taken out of a definition that was read, and tells of others that have a role.</summary>
    public void PlanRemovals(LiveState desired, LiveState actual)
    {
        foreach (var group in actual.Groups.Where(group => desired.FindGroup(group.Key) is null))
        {
            var path = PartPath.OfGroup(group.Key);
            if (IsRemoved(group, removals))
            {
                changes.Delete(path, group);
                changes.Close(new PlanStep.DeleteGroup(group.UserPoolId, group.Name));
            }
            else if (group.RoleArn is not null)
            {
                changes.Keep(path, group, Messages.KeptGroup);
            }
        }
    }

    /// <summary>The groups that there will be.</summary>
    public static IEnumerable<GroupState> After(LiveState desired, LiveState actual, Removals removals) =>
        desired
            .Groups.Select(group => actual.FindGroup(group.Key) is { } known ? Merged(known, group, removals) : group)
            .Concat(actual.Groups.Where(group => desired.FindGroup(group.Key) is null && !IsRemoved(group, removals)));

    /// <summary>No flag removes a group: its members would lose it.</summary>
    private static bool IsRemoved(GroupState group, Removals removals) => removals.Paths.Contains(PartPath.OfGroup(group.Key));

    private static GroupState Merged(GroupState known, GroupState wanted, Removals removals)
    {
        var path = PartPath.OfGroup(wanted.Key);
        return known with
        {
            RoleArn = wanted.RoleArn ?? (Goes(Role) ? null : known.RoleArn),
            Precedence = wanted.Precedence ?? (Goes(Precedence) ? null : known.Precedence),
            Description = wanted.Description ?? (Goes(Description) ? null : known.Description),
        };

        bool Goes(string part) => removals.Paths.Contains(path + part);
    }

    private void Create(GroupState group)
    {
        var path = PartPath.OfGroup(group.Key);
        changes.Create(path, group);
        Difference(path, new(group.UserPoolId, group.Name) { RoleArn = group.RoleArn }, group);
        changes.Close(new PlanStep.CreateGroup(group));
    }

    private void Change(GroupState known, GroupState wanted)
    {
        var path = PartPath.OfGroup(wanted.Key);
        var after = Merged(known, wanted, removals);
        Difference(path, known, after);
        if (changes.HasPending)
        {
            changes.Close(new PlanStep.UpdateGroup(after, known));
        }

        Keep(Role, wanted.RoleArn, after.RoleArn);
        Keep(Precedence, wanted.Precedence, after.Precedence);
        Keep(Description, wanted.Description, after.Description);

        void Keep(string part, object? mentioned, object? stays)
        {
            if (mentioned is null && stays is not null)
            {
                changes.Keep(path + part, stays, MessageText.Format(nameof(Messages.KeptGroupPart), wanted.Name));
            }
        }
    }

    private void Difference(string path, GroupState before, GroupState after)
    {
        changes.Difference(path + Role, before.RoleArn, after.RoleArn, Loss.OfDefaultRole);
        changes.Difference(path + Precedence, before.Precedence, after.Precedence, Loss.OfSetting);
        changes.Difference(path + Description, before.Description, after.Description, Loss.OfSetting);
    }
}
