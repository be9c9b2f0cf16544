using System.Collections.Concurrent;
using IdentityPools.Findings;
using IdentityPools.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Looks up what a pool points to: roles with all their policies, user pools and app clients. What may not be read is a warning.</summary>
internal sealed class SurroundingsReader(AwsClients clients, AwsAccount account, ICallObserver observer, CancellationToken cancellation)
{
    /// <summary>Roles of groups that are examined at most: a user pool may have 10,000 groups, and each role costs several calls.</summary>
    private const int MostGroupRoles = 100;

    private readonly ApiCalls calls = new(clients.Places, observer);
    private readonly ConcurrentDictionary<string, Task<TemplateNode?>> policies = new(StringComparer.Ordinal);

    private SupportReader Support => new(clients, calls, cancellation);

    public async Task<PoolSurroundings> ReadAsync(IdentityPool pool)
    {
        var userPools = Task.WhenAll(
            pool.UserPools.Select(provider => provider.UserPool.TypedId?.Literal).OfType<string>().Distinct(StringComparer.Ordinal).Select(UserPoolAsync)
        );
        var appClients = Task.WhenAll(
            pool.UserPools.Where(provider => provider is { UserPool.TypedId.Literal: not null, TypedClientId.Literal: not null })
                .Select(provider => ClientAsync(provider.UserPool.TypedId!.Literal!, provider.TypedClientId!.Literal!))
        );
        var groups = await GroupsAsync(pool, await userPools.ConfigureAwait(false)).ConfigureAwait(false);
        var arns = pool
            .Roles.Select(role => role.TypedArn?.Literal)
            .OfType<string>()
            .Concat(RolesGivenBy(pool, groups))
            .Where(account.Owns)
            .Distinct(StringComparer.Ordinal);
        var reading = Task.WhenAll(arns.Select(RoleAsync));
        await Task.WhenAll(reading, appClients).ConfigureAwait(false);
        var roles = (await reading.ConfigureAwait(false)).Where(role => role.IsKnown).ToList();
        return new()
        {
            GoneRoles = roles.Where(role => role.Evidence is null).Select(role => role.Arn).ToHashSet(StringComparer.Ordinal),
            Roles = roles.Where(role => role.Evidence is not null).ToDictionary(role => role.Arn, role => role.Evidence!, StringComparer.Ordinal),
            Groups = groups,
            UserPools = Known(await userPools.ConfigureAwait(false)),
            Clients = Known(await appClients.ConfigureAwait(false)),
        };
    }

    /// <summary>The groups of the user pools that the account has.</summary>
    private async Task<IReadOnlyList<UserPoolGroup>> GroupsAsync(IdentityPool pool, IEnumerable<(string Id, bool IsKnown, UserPoolFacts? Facts)> userPools)
    {
        var (groups, _) = await new GroupReader(clients, calls, observer, cancellation)
            .ReadAsync(userPools.Where(userPool => userPool.Facts is not null).Select(userPool => userPool.Id))
            .ConfigureAwait(false);
        return
        [
            .. groups.Select(group =>
                UserPoolGroup
                    .Define(new() { Name = group.Name, Role = group.RoleArn is { } arn ? IdentityPoolRole.Existing(arn) : null })
                    .WithUserPool(pool.UserPools.First(provider => provider.UserPool.TypedId?.Literal == group.UserPoolId).UserPool)
            ),
        ];
    }

    /// <summary>The roles that tokens name and the pool gives.</summary>
    private IEnumerable<string> RolesGivenBy(IdentityPool pool, IEnumerable<UserPoolGroup> groups)
    {
        var arns = groups
            .Where(group => PoolSurroundings.IsGiven(pool, group))
            .Select(group => group.Role!.TypedArn!.Literal!)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        if (arns.Count > MostGroupRoles)
        {
            observer.Warned(MessageText.Format(nameof(Messages.GroupRolesNotExamined), pool, arns.Count, MostGroupRoles));
        }

        return arns.Take(MostGroupRoles);
    }

    private static Dictionary<string, T?> Known<T>(IEnumerable<(string Id, bool IsKnown, T? Facts)> facts)
        where T : class =>
        facts.Where(fact => fact.IsKnown).DistinctBy(fact => fact.Id).ToDictionary(fact => fact.Id, fact => fact.Facts, StringComparer.Ordinal);

    private async Task<(string Arn, bool IsKnown, RoleEvidence? Evidence)> RoleAsync(string arn)
    {
        var (isKnown, role) = await AskAsync(arn, () => new RoleReader(clients, calls, cancellation).ReadAsync(Arn.Parse(arn).Name)).ConfigureAwait(false);
        return role is null || role.Arn != arn ? (arn, isKnown, null) : (arn, true, await EvidenceAsync(role).ConfigureAwait(false));
    }

    private async Task<RoleEvidence> EvidenceAsync(RoleState role)
    {
        var managed = await Task.WhenAll(role.ManagedPolicyArns.Select(arn => policies.GetOrAdd(arn, PolicyAsync))).ConfigureAwait(false);
        var evidence = role.Evidence;
        return evidence with
        {
            ManagedPolicyArns = [.. role.ManagedPolicyArns.Select(arn => TemplateValue.FromString(arn))],
            Policies =
            [
                .. evidence.Policies,
                .. role
                    .ManagedPolicyArns.Zip(managed)
                    .Where(policy => policy.Second is not null)
                    .Select(policy => new RoleDocument(policy.First, policy.Second!)),
            ],
        };
    }

    private async Task<TemplateNode?> PolicyAsync(string arn)
    {
        var (_, document) = await AskAsync(arn, () => new RoleReader(clients, calls, cancellation).ManagedPolicyAsync(arn)).ConfigureAwait(false);
        return document;
    }

    private async Task<(string Id, bool IsKnown, UserPoolFacts? Facts)> UserPoolAsync(string id)
    {
        var (isKnown, userPool) = await AskAsync(id, () => Support.UserPoolAsync(id)).ConfigureAwait(false);
        return (id, isKnown, userPool is null ? null : UserPoolFacts.From(userPool.Properties));
    }

    private async Task<(string Id, bool IsKnown, UserPoolClientFacts? Facts)> ClientAsync(string userPoolId, string clientId)
    {
        var (isKnown, client) = await AskAsync(clientId, () => Support.ClientAsync(userPoolId, clientId)).ConfigureAwait(false);
        return (clientId, isKnown, client is null ? null : UserPoolClientFacts.From(client.Properties));
    }

    /// <summary>Asks for something that may be missing, and whose reading may be denied.</summary>
    private async Task<(bool IsKnown, T? Answer)> AskAsync<T>(string target, Func<Task<T?>> ask)
        where T : class
    {
        try
        {
            return (true, await ask().ConfigureAwait(false));
        }
        catch (ServiceException exception) when (exception.Kind == ServiceErrorKind.Denied)
        {
            observer.Warned(MessageText.Format(nameof(Messages.NotExamined), target, exception.Message));
            return (false, null);
        }
    }
}
