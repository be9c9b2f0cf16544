using Amazon.CognitoIdentity.Model;
using Amazon.CognitoIdentityProvider.Model;
using Amazon.IdentityManagement.Model;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Sandbox;

namespace IdentityPools.UnitTests.Live;

/// <summary>What an account holds, asked by other means than the code under test.</summary>
internal sealed record Inventory(string Pools, string Roles, string UserPools, string Clients, string Providers)
{
    public static async Task<Inventory> OfAsync(SandboxAccount account)
    {
        // A session of its own, so that neither its calls nor its retries mix with those of the test.
        var clients = new AwsClients(
            "eu-west-1",
            new BasicAWSCredentials("AKIAINVENTORY0000000", "inventory"),
            null,
            new SandboxClientFactory(new SandboxAccess(account))
        );
        var pools = await AllAsync(async token =>
        {
            var page = await clients.Identity.ListIdentityPoolsAsync(new ListIdentityPoolsRequest { MaxResults = 60, NextToken = token });
            return (page.IdentityPools, page.NextToken);
        });
        var roles = await AllAsync(async marker =>
        {
            var page = await clients.Iam.ListRolesAsync(new ListRolesRequest { MaxItems = 1000, Marker = marker });
            return (page.Roles, page.Marker);
        });
        var userPools = await AllAsync(async token =>
        {
            var page = await clients.UserPools.ListUserPoolsAsync(new ListUserPoolsRequest { MaxResults = 60, NextToken = token });
            return (page.UserPools, page.NextToken);
        });
        var names = new List<string>();
        foreach (var userPool in userPools)
        {
            var all = await AllAsync(async token =>
            {
                var request = new ListUserPoolClientsRequest
                {
                    UserPoolId = userPool.Id,
                    MaxResults = 60,
                    NextToken = token,
                };
                var page = await clients.UserPools.ListUserPoolClientsAsync(request);
                return (page.UserPoolClients, page.NextToken);
            });
            names.AddRange(all.Select(client => client.ClientName!));
        }

        var openIdConnect = await clients.Iam.ListOpenIDConnectProvidersAsync(new ListOpenIDConnectProvidersRequest());
        var saml = await clients.Iam.ListSAMLProvidersAsync(new ListSAMLProvidersRequest());
        return new(
            Text(pools.Select(pool => pool.IdentityPoolName)),
            Text(roles.Select(role => role.RoleName![..role.RoleName!.IndexOf('-', StringComparison.Ordinal)])),
            Text(userPools.Select(userPool => userPool.Name)),
            Text(names),
            Text(
                (openIdConnect.OpenIDConnectProviderList ?? [])
                    .Select(provider => provider.Arn)
                    .Concat((saml.SAMLProviderList ?? []).Select(provider => provider.Arn))
            )
        );
    }

    private static async Task<List<T>> AllAsync<T>(Func<string?, Task<(List<T>? Items, string? Next)>> read)
    {
        var all = new List<T>();
        string? token = null;
        do
        {
            (var items, token) = await read(token);
            all.AddRange(items ?? []);
        } while (!string.IsNullOrEmpty(token));

        return all;
    }

    private static string Text(IEnumerable<string?> names) => string.Join(" ", names.Order(StringComparer.Ordinal));
}
