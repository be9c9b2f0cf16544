namespace IdentityPools.Planning;

/// <summary>Which identities get which role.</summary>
internal static class AttachmentPlanner
{
    /// <summary>The roles and mappings that there will be.</summary>
    public static AttachmentState Merged(LiveState desired, LiveState actual, Removals removals) =>
        new()
        {
            AuthenticatedRole = desired.Mention.AuthenticatedRole ? desired.Attachment.AuthenticatedRole : actual.Attachment.AuthenticatedRole,
            UnauthenticatedRole = desired.Mention.UnauthenticatedRole ? desired.Attachment.UnauthenticatedRole : actual.Attachment.UnauthenticatedRole,
            Mappings = ValueMap<RoleMappingState>.Create(
                desired.Attachment.Mappings.Concat(
                    actual.Attachment.Mappings.Where(mapping =>
                        !desired.Attachment.Mappings.ContainsKey(mapping.Key) && !removals.Include(PartPath.OfMapping(mapping.Key))
                    )
                )
            ),
        };

    /// <summary>Notes the differences between what is, what is wanted and what will be.</summary>
    public static void Plan(ChangeList changes, LiveState desired, LiveState actual, AttachmentState after)
    {
        var before = actual.Attachment;
        Role(
            changes,
            nameof(IdentityPool.AuthenticatedRole),
            (before.AuthenticatedRole, desired.Attachment.AuthenticatedRole, after.AuthenticatedRole),
            Messages.KeptAuthenticatedRole
        );
        Role(
            changes,
            nameof(IdentityPool.UnauthenticatedRole),
            (before.UnauthenticatedRole, desired.Attachment.UnauthenticatedRole, after.UnauthenticatedRole),
            Messages.KeptUnauthenticatedRole
        );
        Mappings(changes, desired.Attachment.Mappings, before.Mappings, after.Mappings);
        foreach (var arn in Leaving(before, after))
        {
            if (actual.Roles.FirstOrDefault(role => role.Arn == arn) is not { } known || !known.IsManagedBy(desired.Pool!.Id))
            {
                // Whoever got it loses what it may do, and it is not known here who else made it and why.
                changes.Detach(arn, Permissions(actual.Roles.FirstOrDefault(role => role.Arn == arn)));
            }
        }

        if (changes.HasPending)
        {
            changes.Close(new PlanStep.SetRoles(desired.Pool!.Id, after));
        }
    }

    /// <summary>The roles that some identities get before and not after.</summary>
    public static IEnumerable<string> Leaving(AttachmentState before, AttachmentState after) =>
        before
            .Places.SelectMany(place => place.RoleArns.Except(after.Places.Where(other => other.Place == place.Place).SelectMany(other => other.RoleArns)))
            .Distinct();

    private static string Permissions(RoleState? role) =>
        role is null
            ? Messages.PermissionsUnknown
            : string.Join(
                "; ",
                role.InlinePolicies.Values.Select(document => ChangeText.Describe(role.Arn, document))
                    .Concat(role.ManagedPolicyArns)
                    .DefaultIfEmpty(Messages.NoPermissions)
            );

    private static void Role(ChangeList changes, string path, (string? Before, string? Desired, string? After) arn, string remedy)
    {
        changes.Difference(path, arn.Before, arn.After, Loss.OfDefaultRole);
        if (arn.After != arn.Desired)
        {
            changes.Keep(path, arn.After, remedy);
        }
    }

    private static void Mappings(ChangeList changes, ValueMap<RoleMappingState> desired, ValueMap<RoleMappingState> actual, ValueMap<RoleMappingState> after)
    {
        foreach (var (key, mapping) in desired)
        {
            if (actual.TryGetValue(key, out var known))
            {
                Compare(changes, PartPath.OfMapping(key), known, mapping);
            }
            else
            {
                changes.Create(PartPath.OfMapping(key), mapping);
            }
        }

        foreach (var (key, mapping) in actual.Where(mapping => !desired.ContainsKey(mapping.Key)))
        {
            changes.RemoveOrKeep(PartPath.OfMapping(key), mapping, goes: !after.ContainsKey(key));
        }
    }

    private static void Compare(ChangeList changes, string path, RoleMappingState before, RoleMappingState after)
    {
        changes.Difference($"{path}.Type", before.Type, after.Type, Loss.OfMappingType);
        changes.Difference(
            $"{path}.AmbiguousRoleResolution",
            before.AmbiguousRoleResolution,
            after.AmbiguousRoleResolution,
            Loss.OfAmbiguousRoleResolution(before.AmbiguousRoleResolution)
        );
        for (var index = 0; index < Math.Max(before.Rules.Count, after.Rules.Count); index++)
        {
            changes.Difference($"{path}.Rules[{index}]", before.Rules.ElementAtOrDefault(index), after.Rules.ElementAtOrDefault(index), Loss.OfRule);
        }
    }
}
