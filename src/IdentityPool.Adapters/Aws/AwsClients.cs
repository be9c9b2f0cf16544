using System.Collections.Concurrent;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentityProvider;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;

namespace IdentityPools.Aws;

/// <summary>
/// The clients of the services, each made when it is first needed. Those that end in <c>Once</c> never repeat a call by themselves: AWS does not make the
/// creation of pools and clients idempotent, and a repetition whose first try had worked would leave a second one. A connection that breaks is repeated by
/// a setting of its own.
/// </summary>
internal sealed class AwsClients
{
    private readonly ConcurrentDictionary<(string Region, bool IsOnce), IAmazonCognitoIdentityProvider> userPools = new();
    private readonly AWSCredentials credentials;
    private readonly HttpClientFactory? http;
    private readonly Uri? endpoint;
    private readonly Lazy<IAmazonCognitoIdentity> identity;
    private readonly Lazy<IAmazonCognitoIdentity> identityOnce;
    private readonly Lazy<IAmazonCognitoIdentity> anonymous;
    private readonly Lazy<IAmazonIdentityManagementService> iam;
    private readonly Lazy<IAmazonSecurityTokenService> sts;

    public AwsClients(string region, AWSCredentials credentials, Uri? endpoint, HttpClientFactory? http)
    {
        (Region, this.credentials, this.endpoint, this.http) = (region, credentials, endpoint, http);
        identity = new(() => new AmazonCognitoIdentityClient(credentials, Configured(new AmazonCognitoIdentityConfig())));
        identityOnce = new(() => new AmazonCognitoIdentityClient(credentials, Configured(Once(new AmazonCognitoIdentityConfig()))));
        anonymous = new(() => new AmazonCognitoIdentityClient(new AnonymousAWSCredentials(), Configured(new AmazonCognitoIdentityConfig())));
        iam = new(() => new AmazonIdentityManagementServiceClient(credentials, Configured(new AmazonIdentityManagementServiceConfig())));
        sts = new(() => new AmazonSecurityTokenServiceClient(credentials, Configured(new AmazonSecurityTokenServiceConfig())));
    }

    public string Region { get; }

    /// <summary>How many calls run at once, whoever makes them.</summary>
    public SemaphoreSlim Places { get; } = new(32);

    /// <summary>Lists of all pools, for those who look for one by its name.</summary>
    public Listings Listings { get; } = new();

    public IAmazonCognitoIdentity Identity => identity.Value;

    public IAmazonCognitoIdentity IdentityOnce => identityOnce.Value;

    /// <summary>For the calls that anybody may make: asks nobody for credentials.</summary>
    public IAmazonCognitoIdentity Anonymous => anonymous.Value;

    public IAmazonCognitoIdentityProvider UserPools => UserPoolsOf(Region);

    public IAmazonCognitoIdentityProvider UserPoolsOnce => UserPoolsOnceOf(Region);

    public IAmazonIdentityManagementService Iam => iam.Value;

    public IAmazonSecurityTokenService Sts => sts.Value;

    /// <summary>A user pool may live in another region than the identity pool.</summary>
    public IAmazonCognitoIdentityProvider UserPoolsOf(string region) => userPools.GetOrAdd((region, IsOnce: false), Create);

    public IAmazonCognitoIdentityProvider UserPoolsOnceOf(string region) => userPools.GetOrAdd((region, IsOnce: true), Create);

    private AmazonCognitoIdentityProviderClient Create((string Region, bool IsOnce) place)
    {
        var config = new AmazonCognitoIdentityProviderConfig();
        return new(credentials, Configured(place.IsOnce ? Once(config) : config, place.Region));
    }

    private static TConfig Once<TConfig>(TConfig config)
        where TConfig : ClientConfig
    {
        config.MaxErrorRetry = 0;
        config.MaxStaleConnectionRetries = 0;
        return config;
    }

    private TConfig Configured<TConfig>(TConfig config, string? region = null)
        where TConfig : ClientConfig
    {
        if (endpoint is null)
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? Region);
        }
        else
        {
            config.ServiceURL = endpoint.ToString();
            config.AuthenticationRegion = region ?? Region;
        }

        if (http is not null)
        {
            config.HttpClientFactory = http;
        }

        return config;
    }
}
