using IdentityPools.Live;
using IdentityPools.Model;
using IdentityPools.Policies;

namespace IdentityPools.Completion;

/// <summary>Completes how the ARNs of a service begin, in the pool's region and account where these are known, and what its roles may reach already.</summary>
public sealed class ResourceCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var services = ServiceCatalogue.All.Where(service => IsMeant(service.Key, service.Value, line)).ToList();
        return Granted(line, services.Select(service => service.Value.ArnService).ToHashSet())
            .Concat(services.SelectMany(service => Beginnings(service.Key, service.Value, line)));
    }

    private static bool IsMeant(AwsService name, ServiceAccess service, CompletionLine line)
    {
        var actions = line.Arguments.Texts("Action").ToList();
        return line.Arguments["Service"] is { } named
            ? string.Equals($"{named}", $"{name}", StringComparison.OrdinalIgnoreCase)
            : actions.Count == 0 || actions.Exists(action => action.StartsWith(service.ArnService + ":", StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<Suggestion> Beginnings(AwsService name, ServiceAccess service, CompletionLine line)
    {
        var pool = line.Pools.FirstOrDefault(pool => pool.Region is not null);
        var region = pool?.Region ?? DefaultSession.Value?.Region;
        var account = pool?.Arn is { } arn ? Arn.Parse(arn).Account : DefaultSession.Value?.AccountId;
        var sentence = service.IsGlobal ? nameof(Messages.CompletedArn) : nameof(Messages.CompletedArnInRegion);
        return service.ArnBeginnings(region, account).Select(begin => Suggestion.Create(begin, sentence, name, service.Example));
    }

    private static IEnumerable<Suggestion> Granted(CompletionLine line, HashSet<string> services) =>
        from pool in line.PoolsAtHand
        from role in pool.Roles
        from resource in role.Statements.SelectMany(statement => statement.TypedResources)
        where resource.Literal is { } text && Arn.LooksLike(text) && services.Contains(Arn.Parse(text).Service)
        select Suggestion.Create(resource.Literal!, nameof(Messages.CompletedGrantedResource), role, pool);
}

/// <summary>Completes actions in two steps: first the service, then what it can do.</summary>
public sealed class ActionCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var actions = ServiceCatalogue.Actions.ToList();
        return line.Word.Contains(':', StringComparison.Ordinal)
            ? actions.Select(ToSuggestion)
            : actions
                .DistinctBy(action => action.Prefix)
                .OrderBy(action => action.Prefix, StringComparer.Ordinal)
                .Select(action => Suggestion.Create(action.Prefix, nameof(Messages.CompletedService), action.Service));
    }

    private static Suggestion ToSuggestion(KnownAction action) =>
        Suggestion.Create(
            action.Name,
            action.Name.EndsWith('*') ? nameof(Messages.CompletedActionPattern) : nameof(Messages.CompletedAction),
            action.Access,
            action.Service
        );
}

/// <summary>Completes managed policies: those that roles of the pools at hand have, and those of AWS that may suit an identity of a pool.</summary>
public sealed class ManagedPolicyArnCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line)
    {
        var partition = AwsPartition.OfRegion(line.Region);
        return PolicyArnCompleter
            .Known(line)
            .Concat(ManagedPolicy.All.Select(policy => Suggestion.Create(policy.ArnIn(partition), nameof(Messages.CompletedManagedPolicy), policy.Meaning)));
    }
}

/// <summary>Completes the policies that roles of the pools at hand have.</summary>
public sealed class PolicyArnCompleter : ValueCompleter
{
    private protected override IEnumerable<Suggestion> Values(CompletionLine line) => Known(line);

    internal static IEnumerable<Suggestion> Known(CompletionLine line) =>
        from pool in line.Session.Holding<IdentityPool>().Select(held => held.Value).Concat(line.Pools)
        from role in pool.Roles
        from policy in role.TypedManagedPolicyArns.Append(role.TypedPermissionsBoundary).OfType<TemplateValue>()
        where policy.IsLiteral
        select Suggestion.Create(policy.Literal!, nameof(Messages.CompletedPolicy), role, pool);
}
