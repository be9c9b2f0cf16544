using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>
/// Carries what was edited in a definition over to what AWS has by now, as version control merges. A part that is as it was read follows AWS; one that was edited
/// is written, if AWS still has what was read, and is a conflict if AWS has something else by now. All three states are made of definitions, so that what a
/// definition does not say never looks like a difference.
/// </summary>
internal sealed class EditMerge
{
    private readonly LiveState read;
    private readonly LiveState wanted;
    private readonly LiveState now;
    private readonly List<string> conflicts = [];
    private readonly List<IdentityPoolChange> followed = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);

    private EditMerge(LiveState read, LiveState wanted, LiveState now) => (this.read, this.wanted, this.now) = (read, wanted, now);

    /// <summary>What should be, by what was edited.</summary>
    /// <param name="definition">The edited definition, for a message.</param>
    /// <param name="read">What it said when it was read.</param>
    /// <param name="wanted">What it says.</param>
    /// <param name="now">What AWS has, as a definition says it.</param>
    /// <param name="actual">What AWS has.</param>
    /// <exception cref="DefinitionException">AWS has something else by now than what was read, where the definition was edited.</exception>
    public static EditedState Merge(IdentityPool definition, LiveState read, LiveState wanted, LiveState now, LiveState actual)
    {
        var merge = new EditMerge(read, wanted, now);
        var state = merge.Merged(actual);
        return merge.conflicts.Count == 0
            ? new(state, new(false, merge.removed), merge.followed.ToValueList())
            : throw DefinitionErrors.Create(nameof(Messages.EditConflict), definition, definition, string.Join("; ", merge.conflicts));
    }

    private LiveState Merged(LiveState actual)
    {
        var merged = wanted with
        {
            Pool = Pool(read.Pool!, wanted.Pool!, now.Pool!),
            Attachment = Attachment(read.Attachment, wanted.Attachment, now.Attachment),
            PrincipalTags = Map(PartPath.OfPrincipalTags, read.PrincipalTags, wanted.PrincipalTags, now.PrincipalTags),
            Roles = Roles(actual),
            Groups = Groups(actual),
            Grants = Each(
                read.Grants,
                wanted.Grants,
                now.Grants,
                grant => grant.RoleName,
                (name, before, desired, current) => Part($"{PartPath.OfRole(name)}.Statements", before, desired, current, SameGrant)
            ),
        };
        TakePartsAlong();
        CheckProvidersStand(merged);
        return merged;
    }

    /// <summary>A provider that was taken out takes along what names it, also what others added meanwhile: without it, AWS refuses the rest.</summary>
    private void TakePartsAlong()
    {
        var keys = read.Pool!.ProviderKeys.Except(wanted.Pool!.ProviderKeys, StringComparer.Ordinal);
        removed.UnionWith(keys.Where(now.Attachment.Mappings.ContainsKey).Select(PartPath.OfMapping));
        var names = read.Pool.ProviderNames.Except(wanted.Pool.ProviderNames, StringComparer.Ordinal);
        removed.UnionWith(names.Where(now.PrincipalTags.ContainsKey).Select(PartPath.OfPrincipalTags));
    }

    /// <summary>
    /// A mapping or principal tags that were added or changed here, for a provider that others removed meanwhile. What AWS has already is not written, so that it
    /// may name such a provider.
    /// </summary>
    private void CheckProvidersStand(LiveState merged)
    {
        var pools = new[] { merged.Pool!, now.Pool! };
        AddGone(
            PartPath.OfMapping,
            pools.SelectMany(pool => pool.ProviderKeys.Append(pool.DeveloperProviderName)),
            read.Attachment.Mappings,
            merged.Attachment.Mappings,
            now.Attachment.Mappings
        );
        AddGone(
            PartPath.OfPrincipalTags,
            pools.SelectMany(pool => pool.ProviderNames.Append(pool.DeveloperProviderName)),
            read.PrincipalTags,
            merged.PrincipalTags,
            now.PrincipalTags
        );
    }

    private void AddGone<T>(Func<string, string> path, IEnumerable<string?> providers, ValueMap<T> before, ValueMap<T> desired, ValueMap<T> current)
        where T : class, IEquatable<T>
    {
        var standing = providers.ToHashSet();
        foreach (var (key, part) in desired.Where(entry => !standing.Contains(entry.Key) && !entry.Value.Equals(current.GetValueOrDefault(entry.Key))))
        {
            conflicts.Add(
                MessageText.Format(
                    nameof(Messages.EditConflictPart),
                    path(key),
                    Text(before.GetValueOrDefault(key)),
                    Messages.ProviderGoneMeanwhile,
                    Text(part)
                )
            );
        }
    }

    private PoolState Pool(PoolState before, PoolState desired, PoolState current) =>
        (
            desired with
            {
                Name = Part(nameof(IdentityPool.Name), before.Name, desired.Name, current.Name)!,
                AllowUnauthenticatedIdentities = Flag(
                    nameof(IdentityPool.AllowUnauthenticatedIdentities),
                    before.AllowUnauthenticatedIdentities,
                    desired.AllowUnauthenticatedIdentities,
                    current.AllowUnauthenticatedIdentities
                )!.Value,
                AllowClassicFlow = Flag(nameof(IdentityPool.AllowClassicFlow), before.AllowClassicFlow, desired.AllowClassicFlow, current.AllowClassicFlow),
                DeveloperProviderName = Part(
                    nameof(IdentityPool.DeveloperProviderName),
                    before.DeveloperProviderName,
                    desired.DeveloperProviderName,
                    current.DeveloperProviderName
                ),
                UserPools = Each(
                    before.UserPools,
                    desired.UserPools,
                    current.UserPools,
                    provider => provider.Key,
                    (key, one, other, third) => Part(PartPath.OfUserPool(key), one, other, third)
                ),
                LoginProviders = Map(PartPath.OfLoginProvider, before.LoginProviders, desired.LoginProviders, current.LoginProviders),
                OpenIdConnectProviderArns = Each(
                    before.OpenIdConnectProviderArns,
                    desired.OpenIdConnectProviderArns,
                    current.OpenIdConnectProviderArns,
                    arn => arn,
                    (arn, one, other, third) => Part(PartPath.OfOpenIdConnectProvider(arn), one, other, third)
                ),
                SamlProviderArns = Each(
                    before.SamlProviderArns,
                    desired.SamlProviderArns,
                    current.SamlProviderArns,
                    arn => arn,
                    (arn, one, other, third) => Part(PartPath.OfSamlProvider(arn), one, other, third)
                ),
                Tags = Tags("", before.Tags, desired.Tags, current.Tags),
            }
        ).Sorted();

    private AttachmentState Attachment(AttachmentState before, AttachmentState desired, AttachmentState current) =>
        new()
        {
            AuthenticatedRole = Part(nameof(IdentityPool.AuthenticatedRole), before.AuthenticatedRole, desired.AuthenticatedRole, current.AuthenticatedRole),
            UnauthenticatedRole = Part(
                nameof(IdentityPool.UnauthenticatedRole),
                before.UnauthenticatedRole,
                desired.UnauthenticatedRole,
                current.UnauthenticatedRole
            ),
            Mappings = Map(PartPath.OfMapping, before.Mappings, desired.Mappings, current.Mappings),
        };

    /// <summary>
    /// The groups. One that was taken out goes with its members; one whose user pool was taken out stays there, since nothing was said of it.
    /// </summary>
    private ValueList<GroupState> Groups(LiveState actual)
    {
        foreach (var group in read.Groups.Where(group => wanted.FindGroup(group.Key) is null && IsKnown(group)))
        {
            if (wanted.Pool!.ProviderNames.Any(name => name.EndsWith($"/{group.UserPoolId}", StringComparison.Ordinal)))
            {
                Part(PartPath.OfGroup(group.Key), group, null, now.FindGroup(group.Key));
            }
        }

        return wanted
            .Groups.Select(group => IsKnown(group) ? Group(read.FindGroup(group.Key), group, now.FindGroup(group.Key)) : group)
            .OfType<GroupState>()
            .ToValueList();

        bool IsKnown(GroupState group) => !actual.UnknownGroups.Contains(group.UserPoolId);
    }

    private GroupState? Group(GroupState? before, GroupState desired, GroupState? current)
    {
        var path = PartPath.OfGroup(desired.Key);
        return (before, current) switch
        {
            (null, _) => desired,
            (_, null) => Part(path, before, desired, null),
            _ => desired with
            {
                RoleArn = Part($"{path}.{nameof(UserPoolGroup.Role)}", before.RoleArn, desired.RoleArn, current.RoleArn),
                Precedence = (int?)Boxed($"{path}.{nameof(UserPoolGroup.Precedence)}", before.Precedence, desired.Precedence, current.Precedence),
                Description = Part($"{path}.{nameof(UserPoolGroup.Description)}", before.Description, desired.Description, current.Description),
            },
        };
    }

    /// <summary>The roles of the pool. One that is no longer wanted goes only if it was there when the definition was read.</summary>
    private ValueList<RoleState> Roles(LiveState actual)
    {
        var merged = wanted
            .Roles.Select(role => (Wanted: role, Before: read.FindRole(role.IamName), Now: now.FindRole(role.IamName), Actual: actual.FindRole(role.IamName)))
            .Select(role =>
                role switch
                {
                    { Before: { } before, Now: { } current, Actual: { } found } => Role(before, role.Wanted, current, found),
                    { Before: { } before, Now: null } => Own(before, role.Wanted, null) is null ? null : role.Wanted,
                    _ => role.Wanted,
                }
            )
            .OfType<RoleState>()
            .ToValueList();
        foreach (var role in read.Roles.Where(role => wanted.FindRole(role.IamName) is null))
        {
            Own(role, null, now.FindRole(role.IamName));
        }

        return merged;
    }

    /// <summary>A whole role, without the tags that it has from its pool.</summary>
    private RoleState? Own(RoleState before, RoleState? desired, RoleState? current)
    {
        return Part(PartPath.OfRole(before.Name), Without(before, read), Without(desired, wanted), Without(current, now), SameRole);

        static RoleState? Without(RoleState? role, LiveState state) =>
            role is null ? null : role with { Tags = ValueMap<string>.Create(role.Tags.Except(state.Pool!.Tags)) };
    }

    private RoleState Role(RoleState before, RoleState desired, RoleState current, RoleState found)
    {
        var path = PartPath.OfRole(desired.Name);
        var statements = Part(
            path + ".Statements",
            before.InlinePolicies.GetValueOrDefault(Bookkeeping.PolicyName),
            desired.InlinePolicies.GetValueOrDefault(Bookkeeping.PolicyName),
            current.InlinePolicies.GetValueOrDefault(Bookkeeping.PolicyName),
            PolicyText.AreSame
        );
        // One that somebody attached meanwhile would look like one that the definition no longer wants.
        var policies = Each(
            before.ManagedPolicyArns.Concat(current.ManagedPolicyArns).Distinct(StringComparer.Ordinal).ToValueList(),
            desired.ManagedPolicyArns,
            current.ManagedPolicyArns,
            arn => arn,
            (arn, _, other, third) => Part(PartPath.OfManagedPolicy(path, arn), before.ManagedPolicyArns.FirstOrDefault(known => known == arn), other, third)
        );
        return desired with
        {
            Trust = Trust(before, desired, found),
            Description = Part($"{path}.Description", before.Description, desired.Description, current.Description),
            MaxSessionDuration = (int?)Boxed($"{path}.MaxSessionDuration", before.MaxSessionDuration, desired.MaxSessionDuration, current.MaxSessionDuration),
            PermissionsBoundary = Part($"{path}.PermissionsBoundary", before.PermissionsBoundary, desired.PermissionsBoundary, current.PermissionsBoundary),
            InlinePolicies = statements is null
                ? ValueMap<TemplateNode>.Empty
                : ValueMap<TemplateNode>.Create([KeyValuePair.Create(Bookkeeping.PolicyName, statements)]),
            ManagedPolicyArns = policies,
            Tags = ValueMap<string>.Create(
                Bookkeeping
                    .WithoutPolicies(Tags(path + ".", before.Tags, desired.Tags, current.Tags))
                    .Concat(
                        desired.ManagedPolicyArns == before.ManagedPolicyArns
                            ? found.Tags.Where(tag => tag.Key == Bookkeeping.Policies)
                            : [Bookkeeping.PoliciesTag(policies)]
                    )
            ),
        };
    }

    /// <summary>Trust is nothing that a definition says; only session tags change it. So whatever AWS has stays, but for these.</summary>
    private TemplateNode Trust(RoleState before, RoleState desired, RoleState found) =>
        desired.Trust.Equals(before.Trust) ? found.Trust
        : TrustPolicy.WithoutSessionTags(desired.Trust, wanted.Pool!.Id).Equals(desired.Trust) ? TrustPolicy.WithoutSessionTags(found.Trust, wanted.Pool.Id)
        : TrustPolicy.WithSessionTags(found.Trust, wanted.Pool.Id);

    /// <summary>The tags of users; the bookkeeping is what the definition makes it.</summary>
    private ValueMap<string> Tags(string owner, ValueMap<string> before, ValueMap<string> desired, ValueMap<string> current)
    {
        var users = Map(key => PartPath.OfTag(owner, key), Bookkeeping.UserTags(before), Bookkeeping.UserTags(desired), Bookkeeping.UserTags(current));
        return ValueMap<string>.Create(users.Concat(Bookkeeping.Marks(desired)));
    }

    private ValueMap<T> Map<T>(Func<string, string> path, ValueMap<T> before, ValueMap<T> desired, ValueMap<T> current)
        where T : class, IEquatable<T> =>
        ValueMap<T>.Create(
            before
                .Keys.Union(desired.Keys, StringComparer.Ordinal)
                .Select(key =>
                    (Key: key, Value: Part(path(key), before.GetValueOrDefault(key), desired.GetValueOrDefault(key), current.GetValueOrDefault(key)))
                )
                .Where(entry => entry.Value is not null)
                .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!))
        );

    private static ValueList<T> Each<T>(
        ValueList<T> before,
        ValueList<T> desired,
        ValueList<T> current,
        Func<T, string> key,
        Func<string, T?, T?, T?, T?> merge
    )
        where T : class
    {
        return before
            .Concat(desired)
            .Select(key)
            .Distinct(StringComparer.Ordinal)
            .Select(name => merge(name, Find(before, name), Find(desired, name), Find(current, name)))
            .OfType<T>()
            .ToValueList();

        T? Find(ValueList<T> items, string name) => items.FirstOrDefault(item => key(item) == name);
    }

    private bool? Flag(string path, bool? before, bool? desired, bool? current) => (bool?)Boxed(path, before, desired, current);

    private object? Boxed(string path, object? before, object? desired, object? current) => Part(path, before, desired, current);

    private T? Part<T>(string path, T? before, T? desired, T? current)
        where T : class => Part(path, before, desired, current, static (one, other) => one.Equals(other));

    /// <summary>One part: what it should be, or null where there should be none.</summary>
    private T? Part<T>(string path, T? before, T? desired, T? current, Func<T, T, bool> areSame)
        where T : class
    {
        if (AreSame(desired, before))
        {
            if (!AreSame(current, before))
            {
                Follow(path, before, current);
            }

            return current;
        }

        if (!AreSame(current, before) && !AreSame(current, desired))
        {
            conflicts.Add(MessageText.Format(nameof(Messages.EditConflictPart), path, Text(before), Text(current), Text(desired)));
        }
        else if (desired is null)
        {
            removed.Add(path);
        }

        return desired;

        bool AreSame(T? one, T? other) => one is null ? other is null : other is not null && areSame(one, other);
    }

    /// <summary>AWS has something else by now than what was read, and nobody edited it here.</summary>
    private void Follow(string path, object? before, object? current) =>
        followed.Add(
            new(path, ChangeKind.Keep, Text(current), null, "")
            {
                IdentityPool = wanted.Pool!.Name,
                Remedy = MessageText.Format(nameof(Messages.KeptSinceRead), Text(before)),
            }
        );

    private static string Text(object? value) =>
        value switch
        {
            null => Messages.None,
            bool flag => flag ? "true" : "false",
            TemplateNode document => ChangeText.Describe("", document),
            GrantState grant => ChangeText.Describe("", grant.Document),
            LoginProviderState login => login.Shown,
            RoleState role => role.Arn,
            _ => Pending.Readable(value.ToString()!),
        };

    private static bool SameGrant(GrantState one, GrantState other) => PolicyText.AreSame(one.Document, other.Document);

    private static bool SameRole(RoleState one, RoleState other) =>
        one == other with { Trust = one.Trust, InlinePolicies = one.InlinePolicies } && SamePolicies(one, other);

    private static bool SamePolicies(RoleState one, RoleState other) =>
        one.InlinePolicies.Count == other.InlinePolicies.Count
        && one.InlinePolicies.All(policy => other.InlinePolicies.TryGetValue(policy.Key, out var same) && PolicyText.AreSame(policy.Value, same));
}

/// <summary>What should be, once edits are merged.</summary>
/// <param name="Wanted">The state.</param>
/// <param name="Removals">What was taken out of the definition and goes.</param>
/// <param name="Followed">What AWS changed since the definition was read, and nobody edited: it stays.</param>
internal sealed record EditedState(LiveState Wanted, Removals Removals, ValueList<IdentityPoolChange> Followed);
