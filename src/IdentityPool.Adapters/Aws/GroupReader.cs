using Amazon.CognitoIdentityProvider.Model;
using IdentityPools.Planning;
using IdentityPools.Ports;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Reads the groups of user pools.</summary>
internal sealed class GroupReader(AwsClients clients, ApiCalls calls, ICallObserver observer, CancellationToken cancellation)
{
    private const string ListGroups = "cognito-idp:ListGroups";

    /// <summary>The user pools whose tokens decide about roles: a mapping takes the role of a group from them.</summary>
    public static IEnumerable<string> UserPoolsWithTokenMapping(PoolState pool, AttachmentState attachment) =>
        pool
            .UserPools.Where(provider => attachment.Mappings.GetValueOrDefault(provider.Key)?.Type == RoleMappingType.Token)
            .Select(provider => IdOf(provider.ProviderName))
            .Distinct(StringComparer.Ordinal);

    /// <summary>The id in the name of a provider.</summary>
    public static string IdOf(string providerName) => providerName[(providerName.LastIndexOf('/') + 1)..];

    /// <summary>The groups of some user pools, and the user pools whose groups may not be read, or that are in another account.</summary>
    public async Task<(ValueList<GroupState> Groups, ValueList<string> Unknown)> ReadAsync(IEnumerable<string> userPoolIds)
    {
        var ids = userPoolIds.ToList();
        var lists = await Task.WhenAll(ids.Select(OfUserPoolAsync)).ConfigureAwait(false);
        return (
            lists.SelectMany(list => list ?? []).OrderBy(group => group.Key, StringComparer.Ordinal).ToValueList(),
            ids.Zip(lists).Where(entry => entry.Second is null).Select(entry => entry.First).ToValueList()
        );
    }

    /// <summary>A group; null when there is none of that name.</summary>
    public async Task<GroupState?> FindAsync(string userPoolId, string name)
    {
        var service = clients.UserPoolsOf(UserPool.RegionOf(userPoolId));
        var answer = await calls
            .ExistingAsync(
                "cognito-idp:GetGroup",
                $"{userPoolId}/{name}",
                () => service.GetGroupAsync(new GetGroupRequest { UserPoolId = userPoolId, GroupName = name }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer?.Group is { } group ? State(userPoolId, group) : null;
    }

    private async Task<List<GroupState>?> OfUserPoolAsync(string userPoolId)
    {
        try
        {
            return await AllAsync(userPoolId).ConfigureAwait(false);
        }
        catch (ServiceException exception) when (exception.Kind is ServiceErrorKind.Denied or ServiceErrorKind.NotFound)
        {
            observer.Warned(MessageText.Format(nameof(Messages.GroupsNotRead), userPoolId, exception.Message));
            return null;
        }
    }

    private async Task<List<GroupState>> AllAsync(string userPoolId)
    {
        var service = clients.UserPoolsOf(UserPool.RegionOf(userPoolId));
        var groups = await Pages
            .AllAsync<GroupType>(
                ListGroups,
                userPoolId,
                group => group.GroupName!,
                async token =>
                {
                    var request = new ListGroupsRequest
                    {
                        UserPoolId = userPoolId,
                        Limit = Limits.PageSize,
                        NextToken = token,
                    };
                    var page = await calls
                        .InvokeAsync(ListGroups, userPoolId, () => service.ListGroupsAsync(request, cancellation), cancellation)
                        .ConfigureAwait(false);
                    return (page.Groups, page.NextToken);
                }
            )
            .ConfigureAwait(false);
        return groups.ConvertAll(group => State(userPoolId, group));
    }

    private static GroupState State(string userPoolId, GroupType group) =>
        new(userPoolId, group.GroupName!)
        {
            RoleArn = string.IsNullOrEmpty(group.RoleArn) ? null : group.RoleArn,
            Precedence = group.Precedence,
            Description = string.IsNullOrEmpty(group.Description) ? null : group.Description,
        };
}
