using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentityProvider;
using Amazon.IdentityManagement;
using Amazon.Runtime;

namespace IdentityPools.UnitTests.Clients;

/// <summary>Clients over a canned wire.</summary>
internal static class TestClients
{
    private static readonly BasicAWSCredentials Credentials = new("AKIDEXAMPLE", "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY");

    public static AmazonCognitoIdentityClient Identity(CannedWire wire, Action<ClientConfig>? change = null) =>
        new(Credentials, Configured(new AmazonCognitoIdentityConfig(), wire, change));

    public static AmazonCognitoIdentityProviderClient UserPools(CannedWire wire, Action<ClientConfig>? change = null) =>
        new(Credentials, Configured(new AmazonCognitoIdentityProviderConfig(), wire, change));

    public static AmazonIdentityManagementServiceClient Iam(CannedWire wire, Action<ClientConfig>? change = null) =>
        new(Credentials, Configured(new AmazonIdentityManagementServiceConfig(), wire, change));

    private static TConfig Configured<TConfig>(TConfig config, CannedWire wire, Action<ClientConfig>? change)
        where TConfig : ClientConfig
    {
        config.RegionEndpoint = RegionEndpoint.EUWest1;
        config.HttpClientFactory = wire;
        config.MaxErrorRetry = 0;
        change?.Invoke(config);
        return config;
    }
}
