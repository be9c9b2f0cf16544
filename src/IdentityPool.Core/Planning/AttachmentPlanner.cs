namespace IdentityPools.Planning;

/// <summary>Which identities get which role.</summary>
internal static class AttachmentPlanner
{
    /// <summary>Notes the differences, and gives the roles and mappings that there will be.</summary>
    public static AttachmentState Plan(ChangeList changes, LiveState desired, LiveState actual, bool prune)
    {
        var before = actual.Attachment;
        var after = new AttachmentState
        {
            AuthenticatedRole = Role(changes, nameof(IdentityPool.AuthenticatedRole), desired.Attachment.AuthenticatedRole, before.AuthenticatedRole, prune),
            UnauthenticatedRole = Role(
                changes,
                nameof(IdentityPool.UnauthenticatedRole),
                desired.Attachment.UnauthenticatedRole,
                before.UnauthenticatedRole,
                prune
            ),
            Mappings = Mappings(changes, desired.Attachment.Mappings, before.Mappings, prune),
        };
        if (changes.HasPending)
        {
            changes.Close(new PlanStep.SetRoles(desired.Pool!.Id, after));
        }

        return after;
    }

    private static string? Role(ChangeList changes, string path, string? desired, string? actual, bool prune)
    {
        if (desired is null && actual is not null && !prune)
        {
            changes.Keep(path, actual);
            return actual;
        }

        changes.Difference(path, actual, desired);
        return desired;
    }

    private static ValueMap<RoleMappingState> Mappings(ChangeList changes, ValueMap<RoleMappingState> desired, ValueMap<RoleMappingState> actual, bool prune)
    {
        foreach (var (key, mapping) in desired)
        {
            if (actual.TryGetValue(key, out var known))
            {
                Compare(changes, Path(key), known, mapping);
            }
            else
            {
                changes.Create(Path(key), mapping);
            }
        }

        var others = actual.Where(mapping => !desired.ContainsKey(mapping.Key)).ToList();
        foreach (var (key, mapping) in others)
        {
            changes.Forget(Path(key), mapping, prune);
        }

        return prune ? desired : ValueMap<RoleMappingState>.Create(desired.Concat(others));
    }

    private static string Path(string key) => $"{nameof(IdentityPool.RoleMappings)}[{Pending.Readable(key)}]";

    private static void Compare(ChangeList changes, string path, RoleMappingState before, RoleMappingState after)
    {
        changes.Difference($"{path}.Type", before.Type, after.Type);
        changes.Difference($"{path}.AmbiguousRoleResolution", before.AmbiguousRoleResolution, after.AmbiguousRoleResolution);
        for (var index = 0; index < Math.Max(before.Rules.Count, after.Rules.Count); index++)
        {
            changes.Difference($"{path}.Rules[{index}]", before.Rules.ElementAtOrDefault(index), after.Rules.ElementAtOrDefault(index));
        }
    }
}
