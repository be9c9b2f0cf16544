using IdentityPools.Model;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>The pool itself: its name, flags, providers and tags.</summary>
internal sealed class PoolPlanner(ChangeList changes, LiveState wanted, LiveState actual, Removals removals)
{
    private readonly PoolState desired = wanted.Pool!;
    private PoolState? whole;

    /// <summary>Creates the pool, or changes it in one call as far as nothing that is still mapped to a role goes.</summary>
    public void PlanBefore()
    {
        if (actual.Pool is not { } pool)
        {
            NoteCreation();
            changes.Close(new PlanStep.CreatePool(desired));
            return;
        }

        whole = Merged(pool);
        var additions = MustWait(pool) ? WithProvidersOf(pool, whole) : whole;
        Update(pool, additions);
    }

    /// <summary>Takes away the providers that had to wait until no mapping spoke of them.</summary>
    public void PlanAfter()
    {
        if (actual.Pool is { } pool && MustWait(pool))
        {
            Update(WithProvidersOf(pool, whole!), whole!);
        }
    }

    public void PlanTags()
    {
        if (actual.Pool is not { } pool)
        {
            return;
        }

        new TagChanges(changes, nameof(IdentityPool.Tags), StringComparer.Ordinal, MessageText.Format(nameof(Messages.PoolOfName), desired.Name)).Plan(
            desired.Tags,
            pool.Tags,
            tag => removals.Include(PartPath.OfTag("", tag.Key)),
            _ => Messages.KeptUntilPrune,
            tags => new PlanStep.TagPool(pool.Id, tags),
            keys => new PlanStep.UntagPool(pool.Id, keys)
        );
        // A later update replaces the tags too.
        var users = Bookkeeping.UserTags(pool.Tags);
        var stay = pool.Tags.Where(tag => !desired.Tags.ContainsKey(tag.Key) && !(users.ContainsKey(tag.Key) && removals.Include(PartPath.OfTag("", tag.Key))));
        whole = whole! with { Tags = ValueMap<string>.Create(stay.Concat(desired.Tags)) };
    }

    private void NoteCreation()
    {
        changes.Create(nameof(IdentityPool.Name), desired.Name);
        changes.Create(nameof(IdentityPool.AllowUnauthenticatedIdentities), desired.AllowUnauthenticatedIdentities);
        changes.Create(nameof(IdentityPool.AllowClassicFlow), ClassicFlow(desired));
        NoteProviders(
            new()
            {
                Id = desired.Id,
                Name = desired.Name,
                AllowUnauthenticatedIdentities = desired.AllowUnauthenticatedIdentities,
            },
            desired
        );
        foreach (var (key, value) in Bookkeeping.UserTags(desired.Tags))
        {
            changes.Create($"Tags[{key}]", value);
        }
    }

    private void Update(PoolState before, PoolState after)
    {
        changes.Difference(nameof(IdentityPool.Name), before.Name, after.Name, Loss.OfSetting);
        changes.Difference(
            nameof(IdentityPool.AllowUnauthenticatedIdentities),
            before.AllowUnauthenticatedIdentities,
            after.AllowUnauthenticatedIdentities,
            Loss.OfSetting
        );
        if (IsClassicFlowOpen(before) != IsClassicFlowOpen(after))
        {
            changes.Update(nameof(IdentityPool.AllowClassicFlow), ClassicFlow(before), ClassicFlow(after), Loss.OfSetting);
        }

        NoteProviders(before, after);
        if (changes.HasPending)
        {
            changes.Close(new PlanStep.UpdatePool(after));
        }
    }

    private static bool IsClassicFlowOpen(PoolState pool) => pool.AllowClassicFlow != false;

    private static object ClassicFlow(PoolState pool) => pool.AllowClassicFlow is { } allow ? allow : Messages.ClassicFlowUnset;

    private void NoteProviders(PoolState before, PoolState after)
    {
        changes.Difference(nameof(IdentityPool.DeveloperProviderName), before.DeveloperProviderName, after.DeveloperProviderName, Loss.OfSetting);
        Compare(ByKey(before.UserPools), ByKey(after.UserPools), nameof(IdentityPool.UserPools), NoteUserPool);
        Compare(before.LoginProviders, after.LoginProviders, nameof(IdentityPool.LoginProviders), NoteLogin);
        Compare(ByKey(before.OpenIdConnectProviderArns), ByKey(after.OpenIdConnectProviderArns), nameof(IdentityPool.OpenIdConnectProviders), NoteArn);
        Compare(ByKey(before.SamlProviderArns), ByKey(after.SamlProviderArns), nameof(IdentityPool.SamlProviders), NoteArn);
    }

    private static Dictionary<string, UserPoolProviderState> ByKey(ValueList<UserPoolProviderState> providers) =>
        providers.ToDictionary(provider => provider.Key, StringComparer.Ordinal);

    private static Dictionary<string, string> ByKey(ValueList<string> arns) => arns.ToDictionary(arn => arn, StringComparer.Ordinal);

    private void NoteArn(string path, string? before, string? after) => changes.Difference(path, before, after, Loss.OfSetting);

    private void NoteUserPool(string path, UserPoolProviderState? before, UserPoolProviderState? after)
    {
        changes.Difference(path, before?.Key, after?.Key, Loss.OfSetting);
        var check = $"{path}.{nameof(UserPoolAuthentication.ServerSideTokenCheck)}";
        if (before is not null && after is not null)
        {
            changes.Difference(check, before.ServerSideTokenCheck, after.ServerSideTokenCheck, Loss.OfSetting);
        }
        else if (after is { ServerSideTokenCheck: false })
        {
            changes.Create(check, after.ServerSideTokenCheck);
        }
    }

    private void NoteLogin(string path, LoginProviderState? before, LoginProviderState? after)
    {
        changes.Difference(path, before?.AppId, after?.AppId, Loss.OfSetting);
        // Both texts are the mask: what differs may not be shown.
        if (before is not null && after is not null && !Equals(before.Secret, after.Secret))
        {
            changes.Update($"{path}.{nameof(LoginProvider.Secret)}", before.Secret, after.Secret, Loss.OfSetting);
        }
    }

    private static void Compare<T>(IReadOnlyDictionary<string, T> before, IReadOnlyDictionary<string, T> after, string path, Action<string, T?, T?> note)
        where T : class
    {
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            note($"{path}[{Pending.Readable(name)}]", before.GetValueOrDefault(name), after.GetValueOrDefault(name));
        }
    }

    /// <summary>What the definition says, and what it does not mention as it is.</summary>
    private PoolState Merged(PoolState pool)
    {
        if (pool.DeveloperProviderName is { } developer && desired.DeveloperProviderName is { } wanted && developer != wanted)
        {
            throw DefinitionErrors.Create(nameof(Messages.DeveloperProviderNameFixed), desired.Name, desired.Name, developer, wanted);
        }

        if (pool.DeveloperProviderName is { } stays && desired.DeveloperProviderName is null)
        {
            changes.Keep(nameof(IdentityPool.DeveloperProviderName), stays, Messages.KeptForGood);
        }

        return (
            desired with
            {
                AllowUnauthenticatedIdentities = Guests(pool),
                AllowClassicFlow = ClassicFlowOf(pool),
                DeveloperProviderName = desired.DeveloperProviderName ?? pool.DeveloperProviderName,
                UserPools = With(desired.UserPools, pool.UserPools, provider => provider.Key, nameof(IdentityPool.UserPools)),
                LoginProviders = ValueMap<LoginProviderState>.Create(
                    With(desired.LoginProviders.ToValueList(), pool.LoginProviders.ToValueList(), provider => provider.Key, nameof(IdentityPool.LoginProviders))
                ),
                OpenIdConnectProviderArns = With(
                    desired.OpenIdConnectProviderArns,
                    pool.OpenIdConnectProviderArns,
                    arn => arn,
                    nameof(IdentityPool.OpenIdConnectProviders)
                ),
                SamlProviderArns = With(desired.SamlProviderArns, pool.SamlProviderArns, arn => arn, nameof(IdentityPool.SamlProviders)),
                // Tags have calls of their own; left out here, AWS would take them away.
                Tags = pool.Tags,
            }
        ).Sorted();
    }

    private bool Guests(PoolState pool)
    {
        if (wanted.Mention.AllowUnauthenticatedIdentities)
        {
            return desired.AllowUnauthenticatedIdentities;
        }

        KeepFlag(nameof(IdentityPool.AllowUnauthenticatedIdentities), pool.AllowUnauthenticatedIdentities, pool.AllowUnauthenticatedIdentities, false);
        return pool.AllowUnauthenticatedIdentities;
    }

    private bool? ClassicFlowOf(PoolState pool)
    {
        if (wanted.Mention.AllowClassicFlow)
        {
            return desired.AllowClassicFlow;
        }

        KeepFlag(nameof(IdentityPool.AllowClassicFlow), ClassicFlow(pool), IsClassicFlowOpen(pool), IsClassicFlowOpen(desired));
        return pool.AllowClassicFlow;
    }

    private void KeepFlag(string name, object shown, bool isOn, bool wouldBeOn)
    {
        if (isOn != wouldBeOn)
        {
            changes.Keep(name, shown, MessageText.Format(nameof(Messages.KeptFlag), name, wouldBeOn ? "$true" : "$false"));
        }
    }

    private ValueList<T> With<T>(ValueList<T> mentioned, ValueList<T> existing, Func<T, string> key, string path)
    {
        var keys = mentioned.Select(key).ToHashSet(StringComparer.Ordinal);
        var others = existing.Where(item => !keys.Contains(key(item)) && !removals.Include($"{path}[{Pending.Readable(key(item))}]")).ToList();
        foreach (var item in others)
        {
            changes.Keep(
                $"{path}[{key(item)}]",
                item is KeyValuePair<string, LoginProviderState> login ? login.Value.Shown : key(item),
                Messages.KeptUntilPrune
            );
        }

        return [.. mentioned, .. others];
    }

    /// <summary>Whether a provider goes that a mapping or session tags still speak of.</summary>
    private bool MustWait(PoolState pool) =>
        pool.ProviderKeys.Except(whole!.ProviderKeys, StringComparer.Ordinal).Any(key => actual.Attachment.Mappings.ContainsKey(key))
        || pool.ProviderNames.Except(whole.ProviderNames, StringComparer.Ordinal).Any(name => actual.PrincipalTags.GetValueOrDefault(name) is { IsOn: true });

    private static PoolState WithProvidersOf(PoolState pool, PoolState after) =>
        (
            after with
            {
                UserPools = [.. after.UserPools, .. pool.UserPools.ExceptBy(after.UserPools.Select(provider => provider.Key), provider => provider.Key)],
                LoginProviders = ValueMap<LoginProviderState>.Create(
                    after.LoginProviders.Concat(pool.LoginProviders.Where(provider => !after.LoginProviders.ContainsKey(provider.Key)))
                ),
                OpenIdConnectProviderArns = [.. after.OpenIdConnectProviderArns.Union(pool.OpenIdConnectProviderArns)],
                SamlProviderArns = [.. after.SamlProviderArns.Union(pool.SamlProviderArns)],
            }
        ).Sorted();
}
