using Amazon.CognitoIdentityProvider.Model;
using IdentityPools.Planning;

namespace IdentityPools.Aws;

/// <summary>What the calls for user pools and their clients take.</summary>
internal static class ClientRequests
{
    public static CreateUserPoolRequest Create(UserPoolState userPool) =>
        PropertyTree.Fill(new CreateUserPoolRequest { PoolName = userPool.Name, UserPoolTags = new(userPool.Tags) }, userPool.Properties, userPool.Name);

    public static CreateUserPoolClientRequest Create(ClientState client) =>
        PropertyTree.Fill(
            new CreateUserPoolClientRequest
            {
                UserPoolId = client.UserPoolId,
                ClientName = client.Name,
                GenerateSecret = client.HasSecret,
            },
            client.Properties,
            client.Name
        );

    /// <summary>The call replaces every setting, so the state holds those that were there too.</summary>
    public static UpdateUserPoolClientRequest Update(ClientState client) =>
        PropertyTree.Fill(
            new UpdateUserPoolClientRequest
            {
                UserPoolId = client.UserPoolId,
                ClientId = client.ClientId,
                ClientName = client.Name,
            },
            client.Properties,
            client.Name
        );
}
