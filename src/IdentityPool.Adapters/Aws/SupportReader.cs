using Amazon.CognitoIdentityProvider.Model;
using Amazon.IdentityManagement.Model;
using IdentityPools.Aws.Shapes;
using IdentityPools.Planning;
using IdentityPools.Validation;

namespace IdentityPools.Aws;

/// <summary>Reads user pools, clients and providers of IAM.</summary>
internal sealed class SupportReader(AwsClients clients, ApiCalls calls, CancellationToken cancellation)
{
    public async Task<UserPoolState?> UserPoolAsync(string id)
    {
        var service = clients.UserPoolsOf(UserPool.RegionOf(id));
        var answer = await calls
            .ExistingAsync(
                "cognito-idp:DescribeUserPool",
                id,
                () => service.DescribeUserPoolAsync(new DescribeUserPoolRequest { UserPoolId = id }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer?.UserPool is { } userPool
            ? new(
                id,
                userPool.Name!,
                PropertyTree.Read(UserPoolTypeShape.Instance, userPool, "Id", "Name", "UserPoolTags", "Arn"),
                ValueMap<string>.Create(userPool.UserPoolTags ?? [])
            )
            : null;
    }

    /// <summary>The user pools of that name.</summary>
    public async Task<List<UserPoolState>> UserPoolsNamedAsync(string name)
    {
        const string Operation = "cognito-idp:ListUserPools";
        var all = await Pages
            .AllAsync<UserPoolDescriptionType>(
                Operation,
                name,
                userPool => userPool.Id!,
                async token =>
                {
                    var request = new ListUserPoolsRequest { MaxResults = Limits.PageSize, NextToken = token };
                    var page = await calls
                        .InvokeAsync(Operation, name, () => clients.UserPools.ListUserPoolsAsync(request, cancellation), cancellation)
                        .ConfigureAwait(false);
                    return (page.UserPools, page.NextToken);
                }
            )
            .ConfigureAwait(false);
        var named = all.Where(userPool => userPool.Name == name);
        var found = await Task.WhenAll(named.Select(userPool => UserPoolAsync(userPool.Id!))).ConfigureAwait(false);
        return [.. found.OfType<UserPoolState>()];
    }

    /// <summary>The names of user pools, by their ids, and of clients, by <c>user pool/client</c>; those that are gone have none.</summary>
    public async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<string> keys)
    {
        var found = await Task.WhenAll(keys.Select(async key => (Key: key, Name: await NameAsync(key).ConfigureAwait(false)))).ConfigureAwait(false);
        return found.Where(entry => entry.Name is not null).ToDictionary(entry => entry.Key, entry => entry.Name!, StringComparer.Ordinal);
    }

    private async Task<string?> NameAsync(string key) =>
        key.Split('/') is [var userPoolId, var clientId]
            ? (await ClientAsync(userPoolId, clientId).ConfigureAwait(false))?.Name
            : (await UserPoolAsync(key).ConfigureAwait(false))?.Name;

    public async Task<ClientState?> ClientAsync(string userPoolId, string clientId)
    {
        var service = clients.UserPoolsOf(UserPool.RegionOf(userPoolId));
        var answer = await calls
            .ExistingAsync(
                "cognito-idp:DescribeUserPoolClient",
                clientId,
                () => service.DescribeUserPoolClientAsync(new DescribeUserPoolClientRequest { UserPoolId = userPoolId, ClientId = clientId }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer?.UserPoolClient is { } client
            ? new(
                userPoolId,
                clientId,
                client.ClientName!,
                PropertyTree.Read(UserPoolClientTypeShape.Instance, client, "UserPoolId", "ClientId", "ClientName", "ClientSecret"),
                client.ClientSecret is not null
            )
            : null;
    }

    /// <summary>The clients of that name.</summary>
    public async Task<List<ClientState>> ClientsNamedAsync(string userPoolId, string name)
    {
        var service = clients.UserPoolsOf(UserPool.RegionOf(userPoolId));
        const string Operation = "cognito-idp:ListUserPoolClients";
        var all = await Pages
            .AllAsync<UserPoolClientDescription>(
                Operation,
                userPoolId,
                client => client.ClientId!,
                async token =>
                {
                    var request = new ListUserPoolClientsRequest
                    {
                        UserPoolId = userPoolId,
                        MaxResults = Limits.PageSize,
                        NextToken = token,
                    };
                    var page = await calls
                        .InvokeAsync(Operation, userPoolId, () => service.ListUserPoolClientsAsync(request, cancellation), cancellation)
                        .ConfigureAwait(false);
                    return (page.UserPoolClients, page.NextToken);
                }
            )
            .ConfigureAwait(false);
        var named = all.Where(client => client.ClientName == name);
        var found = await Task.WhenAll(named.Select(client => ClientAsync(userPoolId, client.ClientId!))).ConfigureAwait(false);
        return [.. found.OfType<ClientState>()];
    }

    public async Task<OpenIdConnectProviderState?> OpenIdConnectProviderAsync(string arn)
    {
        var answer = await calls
            .ExistingAsync(
                "iam:GetOpenIDConnectProvider",
                arn,
                () => clients.Iam.GetOpenIDConnectProviderAsync(new GetOpenIDConnectProviderRequest { OpenIDConnectProviderArn = arn }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer is null
            ? null
            : new(
                arn,
                answer.Url!,
                (answer.ClientIDList ?? []).ToValueList(),
                (answer.ThumbprintList ?? []).ToValueList(),
                ValueMap<string>.Create((answer.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key!, tag.Value ?? "")))
            );
    }

    public async Task<SamlProviderState?> SamlProviderAsync(string arn, string name)
    {
        var answer = await calls
            .ExistingAsync(
                "iam:GetSAMLProvider",
                arn,
                () => clients.Iam.GetSAMLProviderAsync(new GetSAMLProviderRequest { SAMLProviderArn = arn }, cancellation),
                cancellation
            )
            .ConfigureAwait(false);
        return answer is null
            ? null
            : new(
                arn,
                name,
                answer.SAMLMetadataDocument ?? "",
                ValueMap<string>.Create((answer.Tags ?? []).Select(tag => KeyValuePair.Create(tag.Key!, tag.Value ?? "")))
            );
    }
}
