using IdentityPools.Model;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Planning;

/// <summary>Compares two definitions without asking AWS; either may have been read from there.</summary>
internal static class DefinitionComparison
{
    private const string AnyAccount = "123456789012";

    /// <summary>What would have to change for the reference to be as desired.</summary>
    /// <param name="desired">What should be.</param>
    /// <param name="reference">What is.</param>
    /// <param name="prune">Whether what is not mentioned goes.</param>
    /// <returns>The differences, then what is kept.</returns>
    /// <exception cref="Validation.DefinitionException">The desired one says something of parts that the reference does not know.</exception>
    public static IReadOnlyList<IdentityPoolChange> Compare(IdentityPool desired, IdentityPool reference, bool prune)
    {
        if (desired.IsPartial)
        {
            // What the desired one does not know, it does not want otherwise.
            reference = reference.WithSettingsAlone();
        }
        else
        {
            reference.CheckIsWhole();
        }

        var arn = (reference.Arn ?? desired.Arn) is { } known ? Arn.Parse(known) : null;
        var account = new AwsAccount(arn?.Account ?? AnyAccount, reference.Region ?? desired.Region ?? AwsRegion.Any);
        // Either one may know what was made with the pool; the other one speaks of it by name.
        var parts = KnownParts.From(reference.Id ?? desired.Id, reference.Marks.Count > 0 ? reference.Marks : desired.Marks);
        var actual = State(reference, account, parts, new());
        var wanted = State(desired, account, parts, actual);
        var (steps, kept, _) = Planner.Plan(
            wanted,
            WithSupport(WithOtherRoles(actual, reference), wanted, reference.Marks),
            prune ? Removals.All : Removals.None
        );
        return [.. steps.SelectMany(step => step.Changes), .. kept];
    }

    private static LiveState State(IdentityPool pool, AwsAccount account, KnownParts parts, LiveState actual)
    {
        var state = DesiredState.From(pool, account, parts, actual, marks: false);
        return state with { Roles = state.Roles.Select(role => AsRead(role, pool)).ToValueList() };
    }

    /// <summary>The state with the roles that the pool did not make, as far as they were read.</summary>
    private static LiveState WithOtherRoles(LiveState state, IdentityPool pool)
    {
        var others = pool
            .Roles.Where(role => role is { IsManaged: false, TrustAsRead: not null, TypedArn.Literal: not null })
            .DistinctBy(role => role.TypedArn);
        return state with { Roles = [.. state.Roles, .. others.Select(AsRead)] };
    }

    private static RoleState AsRead(IdentityPoolRole role) =>
        new()
        {
            Arn = role.TypedArn!.Literal!,
            IamName = Arn.Parse(role.TypedArn.Literal!).Name,
            Path = "/",
            Trust = Read(role.TrustAsRead!),
            InlinePolicies = Policies(role),
            ManagedPolicyArns = role.TypedManagedPolicyArns.Select(arn => arn.Literal).OfType<string>().ToValueList(),
        };

    private static ValueMap<TemplateNode> Policies(IdentityPoolRole role) =>
        ValueMap<TemplateNode>.Create(role.InlinePolicies.Select(policy => KeyValuePair.Create(policy.Key, Read(policy.Value))));

    /// <summary>A role that was read has what AWS has, not what its definition would make of it; but for what was edited since.</summary>
    private static RoleState AsRead(RoleState state, IdentityPool pool)
    {
        var role = Managed(pool, state);
        if (role?.TrustAsRead is not { } trust)
        {
            return state;
        }

        var before = pool.Origin.AsRead is { } read ? Managed(read, state) : role;
        return state with
        {
            Trust =
                before?.AllowsSessionTags == role.AllowsSessionTags ? Read(trust)
                : role.AllowsSessionTags ? TrustPolicy.WithSessionTags(Read(trust), pool.Id!)
                : TrustPolicy.WithoutSessionTags(Read(trust), pool.Id!),
            InlinePolicies =
                before?.Statements == role.Statements
                    ? Policies(role)
                    : ValueMap<TemplateNode>.Create(Policies(role).Where(policy => policy.Key != Bookkeeping.PolicyName).Concat(state.InlinePolicies)),
        };
    }

    private static IdentityPoolRole? Managed(IdentityPool pool, RoleState state) =>
        pool.Roles.FirstOrDefault(role => role.IsManaged && role.Name == state.Name);

    private static TemplateNode Read(string json) => new JsonTemplateText().Read(json);

    /// <summary>
    /// A pool that was read names its user pools, clients and providers and does not tell their settings. Where the other definition would create one that
    /// is there, nothing is known to differ.
    /// </summary>
    private static LiveState WithSupport(LiveState actual, LiveState wanted, ValueMap<string> marks)
    {
        var pool = actual.Pool!;
        return actual with
        {
            Pool = pool with { Tags = ValueMap<string>.Create(pool.Tags.Where(tag => !marks.ContainsKey(tag.Key)).Concat(marks)) },
            UserPools = With(actual.UserPools, wanted.UserPools.Where(userPool => !Pending.IsIn(userPool.Id)), userPool => userPool.Id),
            Clients = With(actual.Clients, wanted.Clients.Where(client => !Pending.IsIn(client.ClientId)), client => client.ClientId),
            OpenIdConnectProviders = With(
                actual.OpenIdConnectProviders,
                wanted.OpenIdConnectProviders.Where(provider => pool.OpenIdConnectProviderArns.Contains(provider.Arn)),
                provider => provider.Arn
            ),
            SamlProviders = With(
                actual.SamlProviders,
                wanted.SamlProviders.Where(provider => pool.SamlProviderArns.Contains(provider.Arn)),
                provider => provider.Arn
            ),
        };
    }

    private static ValueList<T> With<T>(ValueList<T> known, IEnumerable<T> others, Func<T, string> key) =>
        [.. known, .. others.ExceptBy(known.Select(key), key)];
}
