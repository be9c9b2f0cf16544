using IdentityPools.Model;
using IdentityPools.Template;

namespace IdentityPools.Planning;

/// <summary>
/// What AWS has in the place of each part of a template: CloudFormation makes up names, so that user pools, clients and roles of a stack are known by where the
/// identity pool has them, and by nothing else. What stands in no place is not looked for: a name alone says nothing about who made a thing.
/// </summary>
internal sealed class AttachedParts
{
    private readonly IdentityPool definition;
    private readonly IdentityPool template;
    private readonly AwsAccount account;
    private readonly PoolState pool;
    private readonly IReadOnlyDictionary<string, string> names;
    private readonly List<string> missing = [];
    private readonly HashSet<string> bound = new(StringComparer.Ordinal);
    private KnownParts known;

    private AttachedParts(IdentityPool definition, AwsAccount account, PoolState pool, KnownParts known, IReadOnlyDictionary<string, string> names) =>
        (this.definition, template, this.account, this.pool, this.known, this.names) = (
            definition,
            definition.Origin.Template!.Baseline,
            account,
            pool,
            known,
            names
        );

    /// <summary>Whether the parts of a definition are known by their places: it is that of a template, and the pool was not made here.</summary>
    public static bool Apply(IdentityPool definition, PoolState pool) =>
        definition.Origin.Template is not null
        && (Bookkeeping.StackOf(pool.Tags) is not null || !Bookkeeping.IsManaged(pool.Tags) || pool.Tags.ContainsKey(Bookkeeping.Adopted));

    /// <summary>The user pools, by their ids, and the clients, by <c>user pool/client</c>, of which only a name tells which is which.</summary>
    public static IEnumerable<string> Unclear(IdentityPool definition, PoolState pool)
    {
        var wanted = definition.UserPools.Where(provider => provider.UserPool.IsManaged || provider.UserPoolClient.IsManaged).ToList();
        if (wanted.Count <= 1 && pool.UserPools.Count <= 1)
        {
            return [];
        }

        return wanted.Count == 0
            ? []
            : pool.UserPools.Select(IdOf).Distinct(StringComparer.Ordinal).Concat(pool.UserPools.Select(provider => $"{IdOf(provider)}/{provider.ClientId}"));
    }

    /// <summary>The providers of the template with what stands for them.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="account">Where the pool is.</param>
    /// <param name="pool">The pool.</param>
    /// <param name="known">What the bookkeeping of the pool tells.</param>
    /// <param name="names">The names of those that are <see cref="Unclear"/>.</param>
    public static (KnownParts Known, ValueList<string> Missing) Providers(
        IdentityPool definition,
        AwsAccount account,
        PoolState pool,
        KnownParts known,
        IReadOnlyDictionary<string, string> names
    )
    {
        var parts = new AttachedParts(definition, account, pool, known, names);
        parts.FindUserPools();
        parts.FindProviders();
        return (parts.known with { IsByPlace = true, Bound = parts.bound.ToHashSet(StringComparer.Ordinal) }, parts.missing.ToValueList());
    }

    /// <summary>The roles of the template with what stands in their places.</summary>
    /// <param name="definition">The definition.</param>
    /// <param name="account">Where the pool is.</param>
    /// <param name="wanted">The state that the definition asks for, with its own names for roles.</param>
    /// <param name="actual">What there is.</param>
    public static ValueMap<string> Roles(IdentityPool definition, AwsAccount account, LiveState wanted, LiveState actual)
    {
        var template = definition.Origin.Template!.Baseline;
        var named = definition.Roles.Where(role => !role.IsManaged).Select(role => role.TypedArn!.Literal).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var guid = Bookkeeping.GuidOf(actual.Pool!.Id);
        var logicalIds = new PoolNames(definition);
        var choices =
            from role in definition.Roles.Where(role => role.IsManaged && template.Roles.Any(role.IsSameRole)).DistinctBy(role => role.Name)
            from arn in Places(wanted, actual, wanted.Roles.Concat(wanted.DefaultRoles).First(state => state.Name == role.Name).Arn)
            where
                account.Owns(arn)
                && !named.Contains(arn)
                && !arn.EndsWith(guid, StringComparison.OrdinalIgnoreCase)
                && PathOf(arn) == (role.TypedPath?.Literal ?? "/")
            select (role.Name, Arn: arn, IsNamed: IsNamedAfter(Arn.Parse(arn).Name, logicalIds.Role(role)));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, arn, _) in choices.ToList().OrderByDescending(choice => choice.IsNamed))
        {
            if (!found.ContainsKey(name!) && !found.ContainsValue(arn))
            {
                found.Add(name!, arn);
            }
        }

        return ValueMap<string>.Create(found);
    }

    /// <summary>The roles and groups of the template that are not there, for people. A role in whose place there is none is made new; one that is gone is not.</summary>
    public static IEnumerable<string> Missing(IdentityPool definition, LiveState desired, LiveState actual)
    {
        var groups = definition.Origin.Template!.Baseline.UserPoolGroups.Select(group => group.TypedName?.Literal).ToHashSet();
        return desired
            .Roles.Where(role => role.AttachedAs is not null && actual.FindRole(role.IamName) is null)
            .Select(role => role.Arn)
            .Concat(
                desired
                    .Groups.Where(group =>
                        groups.Contains(group.Name) && actual.FindGroup(group.Key) is null && !actual.UnknownGroups.Contains(group.UserPoolId)
                    )
                    .Select(group => Pending.Readable(group.Key))
            );
    }

    /// <summary>What stands in the place of the template's parts, as lines of a plan.</summary>
    public static IEnumerable<IdentityPoolChange> TakenOver(KnownParts known, LiveState desired)
    {
        return known
            .Roles.Select(role => Line(PartPath.OfRole(role.Key), role.Value))
            .Concat(
                desired.UserPools.Where(userPool => known.Bound.Contains(userPool.Owner!)).Select(userPool => Line($"UserPools[{userPool.Name}]", userPool.Id))
            )
            .Concat(
                desired
                    .Clients.Where(client => known.Bound.Contains(client.Owner!))
                    .Select(client => Line($"UserPools[{Pending.Readable(client.UserPoolId)}].UserPoolClient[{client.Name}]", client.ClientId))
            )
            .Concat(
                desired
                    .OpenIdConnectProviders.Select(provider => provider.Arn)
                    .Where(known.Bound.Contains)
                    .Select(arn => Line(PartPath.OfOpenIdConnectProvider(arn), arn))
            )
            .Concat(desired.SamlProviders.Select(provider => provider.Arn).Where(known.Bound.Contains).Select(arn => Line(PartPath.OfSamlProvider(arn), arn)));

        IdentityPoolChange Line(string path, string name) =>
            new(path, ChangeKind.Keep, Pending.Readable(name), null, "")
            {
                IdentityPool = desired.Pool!.Name,
                Remedy = Messages.KeptTakenOver,
                IsTakenOver = true,
            };
    }

    /// <summary>Whether statements of a role are in managed policies of its template.</summary>
    public static bool HasFoldedPolicies(IdentityPool definition, string roleName) =>
        definition.Origin.Template is { } origin
        && origin.Baseline.Roles.FirstOrDefault(role => role.IsManaged && role.Name == roleName) is { } role
        && (origin.Policies.GetValueOrDefault(new PoolNames(origin.Baseline).Role(role)) ?? []).Any(id =>
            (origin.Resources[id] as TemplateMapping)?["Type"] is TemplateScalar { Text: ResourceTypes.ManagedPolicy }
        );

    /// <summary>The roles that AWS has where the definition has one: by default, for the same rule wherever it stands, and in groups.</summary>
    private static IEnumerable<string> Places(LiveState wanted, LiveState actual, string arn)
    {
        var (desired, attached) = (wanted.Attachment, actual.Attachment);
        var rules =
            from mapping in desired.Mappings
            from rule in mapping.Value.Rules
            where rule.RoleArn == arn
            from other in attached.Mappings.GetValueOrDefault(mapping.Key)?.Rules ?? []
            where rule with { RoleArn = other.RoleArn } == other
            select other.RoleArn;
        return new[]
        {
            desired.AuthenticatedRole == arn ? attached.AuthenticatedRole : null,
            desired.UnauthenticatedRole == arn ? attached.UnauthenticatedRole : null,
        }
            .Concat(rules)
            .Concat(wanted.Groups.Where(group => group.RoleArn == arn).Select(group => actual.FindGroup(group.Key)?.RoleArn))
            .OfType<string>();
    }

    private static string PathOf(string arn)
    {
        var parsed = Arn.Parse(arn);
        return parsed.Resource["role".Length..^parsed.Name.Length];
    }

    private static string IdOf(UserPoolProviderState provider) => provider.ProviderName[(provider.ProviderName.LastIndexOf('/') + 1)..];

    /// <summary>Whether a name is made up of a logical id: a part of it, where it is long, and a random end.</summary>
    private static bool IsNamedAfter(string name, string logicalId) =>
        name.StartsWith(logicalId + "-", StringComparison.Ordinal)
        || name.Split('-') is [_, .. var parts] && parts.Any(part => part.Length > 3 && logicalId.StartsWith(part, StringComparison.Ordinal));

    private void FindUserPools()
    {
        var ids = pool.UserPools.Select(IdOf).Distinct(StringComparer.Ordinal).ToList();
        var literal = definition.UserPools.Select(provider => provider.UserPool.TypedId?.Literal).OfType<string>();
        var wanted = definition
            .UserPools.Select(provider => provider.UserPool)
            .Where(userPool => userPool.IsManaged && template.UserPools.Any(known => known.UserPool.IsSamePool(userPool)))
            .Distinct()
            .ToList();
        var found = Matched(wanted, [.. ids.Except(literal)], userPool => userPool.TypedName?.Literal, userPool => userPool.ResourceId, id => id);
        foreach (var userPool in wanted)
        {
            var part = KnownParts.PartOf(userPool, userPool.TypedName?.Literal ?? "");
            bound.Add(part);
            known = found.TryGetValue(userPool, out var id) ? known.WithUserPool(part, id) : known.WithoutUserPool(part);
            if (id is null)
            {
                missing.Add(userPool.ToString());
            }
        }

        foreach (var group in definition.UserPools.GroupBy(provider => provider.UserPool))
        {
            FindClients(group.Key, found.GetValueOrDefault(group.Key) ?? group.Key.TypedId?.Literal, [.. group.Select(provider => provider.UserPoolClient)]);
        }
    }

    private void FindClients(UserPool userPool, string? userPoolId, List<UserPoolClient> clients)
    {
        var logicalIds = new PoolNames(definition);
        var wanted = clients
            .Where(client =>
                client.IsManaged && template.UserPools.Any(known => known.UserPoolClient.IsSameClient(client) && known.UserPool.IsSamePool(userPool))
            )
            .ToList();
        var attached = pool
            .UserPools.Where(provider => IdOf(provider) == userPoolId)
            .Select(provider => provider.ClientId)
            .Except(clients.Select(client => client.TypedClientId?.Literal).OfType<string>())
            .ToList();
        var found = Matched(
            wanted,
            attached,
            client => client.TypedName?.Literal,
            client => logicalIds.Client(userPool, client),
            clientId => $"{userPoolId}/{clientId}"
        );
        foreach (var client in wanted)
        {
            var owner = $"{userPoolId}/{KnownParts.PartOf(client)}";
            bound.Add(owner);
            known = found.TryGetValue(client, out var id) ? known.WithClient(owner, id) : known.WithoutClient(owner);
            if (id is null && userPoolId is not null)
            {
                missing.Add($"{userPool} ({client})");
            }
        }
    }

    private void FindProviders()
    {
        foreach (var provider in definition.OpenIdConnectProviders.Where(provider => provider is { IsManaged: true, TypedUrl.Literal: not null }))
        {
            Bind(
                template.OpenIdConnectProviders.Contains(provider),
                provider.ToString(),
                account.OpenIdConnectProviderArn(provider.TypedUrl!.Literal!),
                pool.OpenIdConnectProviderArns
            );
        }

        var saml = definition.SamlProviders.Where(provider => provider.IsManaged && template.SamlProviders.Contains(provider)).ToList();
        foreach (var provider in saml.Where(provider => provider.TypedName?.Literal is not null))
        {
            Bind(isOfTemplate: true, provider.ToString(), account.SamlProviderArn(provider.TypedName!.Literal!), pool.SamlProviderArns);
        }

        var unnamed = saml.FindAll(provider => provider.TypedName is null);
        var free = pool
            .SamlProviderArns.Except(definition.SamlProviders.Select(provider => provider.TypedArn?.Literal).OfType<string>())
            .Where(arn => !bound.Contains(arn));
        var found = Matched(unnamed, [.. free], _ => null, provider => provider.ResourceId, arn => arn);
        foreach (var provider in unnamed)
        {
            if (found.TryGetValue(provider, out var arn))
            {
                known = known with { SamlProviders = ValueMap<string>.Create(known.SamlProviders.Append(KeyValuePair.Create(provider.ResourceId, arn))) };
                bound.Add(arn);
            }
            else
            {
                missing.Add(provider.ToString());
            }
        }
    }

    private void Bind(bool isOfTemplate, string name, string arn, ValueList<string> attached)
    {
        if (!isOfTemplate)
        {
            return;
        }

        bound.Add(arn);
        if (!attached.Contains(arn))
        {
            missing.Add(name);
        }
    }

    /// <summary>Which of the things that are attached each part is: by its name, by one made up of its logical id, and the last one by being the last.</summary>
    private Dictionary<T, string> Matched<T>(List<T> parts, List<string> attached, Func<T, string?> nameOf, Func<T, string> logicalId, Func<string, string> key)
        where T : class
    {
        var found = new Dictionary<T, string>();
        Match((part, name) => nameOf(part) == name);
        Match((part, name) => nameOf(part) is null && IsNamedAfter(name, logicalId(part)));
        var open = parts.FindAll(part => !found.ContainsKey(part));
        if (open is [var last] && attached.Except(found.Values).ToList() is [var only])
        {
            found.Add(last, only);
        }

        return found;

        void Match(Func<T, string, bool> isSame)
        {
            foreach (var part in parts.Where(part => !found.ContainsKey(part)))
            {
                if (attached.Except(found.Values).Where(id => names.TryGetValue(key(id), out var name) && isSame(part, name)).ToList() is [var only])
                {
                    found.Add(part, only);
                }
            }
        }
    }
}
