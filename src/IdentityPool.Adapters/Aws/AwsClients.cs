using System.Collections.Concurrent;
using Amazon;
using Amazon.CognitoIdentity;
using Amazon.CognitoIdentityProvider;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>
/// The clients of the services, each made when it is first needed. Those that end in <c>Once</c> never repeat a call by themselves: AWS does not make the
/// creation of pools and clients idempotent, and a repetition whose first try had worked would leave a second one. A connection that breaks is repeated by
/// a setting of its own.
/// </summary>
internal sealed class AwsClients
{
    private const string GetCallerIdentity = "sts:GetCallerIdentity";

    private readonly ConcurrentDictionary<(string Region, bool IsOnce), IAmazonCognitoIdentityProvider> userPools = new();
    private readonly AccountCredentials credentials;
    private readonly string? profileName;
    private readonly HttpClientFactory http;
    private readonly Uri? endpoint;
    private readonly Lazy<IAmazonCognitoIdentity> identity;
    private readonly Lazy<IAmazonCognitoIdentity> identityOnce;
    private readonly Lazy<IAmazonCognitoIdentity> anonymous;
    private readonly Lazy<IAmazonSecurityTokenService> anonymousSts;
    private readonly Lazy<IAmazonIdentityManagementService> iam;

    /// <param name="region">The region to work in.</param>
    /// <param name="credentials">What to sign with.</param>
    /// <param name="endpoint">The endpoint of all services; without it, what environment and profile say, else AWS's own.</param>
    /// <param name="http">Where the calls go, if not to the network.</param>
    /// <param name="profileName">The profile whose settings count; without it, the one that the SDK uses by default.</param>
    /// <param name="clock">What waiting goes by, and how old a plan is; the system's when left out.</param>
    /// <exception cref="ServiceException">Environment or profile name an endpoint that is none.</exception>
    public AwsClients(string region, AWSCredentials credentials, Uri? endpoint, HttpClientFactory? http, string? profileName = null, TimeProvider? clock = null)
    {
        var ofAccount = credentials as AccountCredentials ?? new(credentials);
        (Region, this.credentials, this.endpoint, this.http, this.profileName) = (region, ofAccount, endpoint, http ?? new NetworkClientFactory(), profileName);
        Clock = clock ?? TimeProvider.System;
        EndpointUrl = Configured(new AmazonCognitoIdentityConfig()).ServiceURL is { Length: > 0 } url ? WithoutSecret(new(url)) : null;
        identity = new(() => AnswerCheck.Watch(new AmazonCognitoIdentityClient(ofAccount, Configured(new AmazonCognitoIdentityConfig()))));
        identityOnce = new(() => AnswerCheck.Watch(new AmazonCognitoIdentityClient(ofAccount, Configured(Once(new AmazonCognitoIdentityConfig())))));
        anonymous = new(() => AnswerCheck.Watch(new AmazonCognitoIdentityClient(new AnonymousAWSCredentials(), Configured(new AmazonCognitoIdentityConfig()))));
        anonymousSts = new(() =>
            AnswerCheck.Watch(new AmazonSecurityTokenServiceClient(new AnonymousAWSCredentials(), Configured(new AmazonSecurityTokenServiceConfig())))
        );
        iam = new(() => AnswerCheck.Watch(new AmazonIdentityManagementServiceClient(ofAccount, Configured(new AmazonIdentityManagementServiceConfig()))));
    }

    public string Region { get; }

    /// <summary>What waiting between two calls goes by; that of the SDK's own repetitions is the system's.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Where Amazon Cognito is called, if not at AWS's own address.</summary>
    public Uri? EndpointUrl { get; }

    /// <summary>How many calls run at once, whoever makes them.</summary>
    public SemaphoreSlim Places { get; } = new(32);

    /// <summary>Lists of all pools, for those who look for one by its name.</summary>
    public Listings Listings { get; } = new();

    public IAmazonCognitoIdentity Identity => identity.Value;

    public IAmazonCognitoIdentity IdentityOnce => identityOnce.Value;

    /// <summary>For the calls that anyone may make: asks nobody for credentials.</summary>
    public IAmazonCognitoIdentity Anonymous => anonymous.Value;

    /// <summary>For the second half of the classic flow, which anyone with a token may ask for.</summary>
    public IAmazonSecurityTokenService AnonymousSts => anonymousSts.Value;

    public IAmazonCognitoIdentityProvider UserPools => UserPoolsOf(Region);

    public IAmazonCognitoIdentityProvider UserPoolsOnce => UserPoolsOnceOf(Region);

    public IAmazonIdentityManagementService Iam => iam.Value;

    /// <summary>A user pool may live in another region than the identity pool.</summary>
    public IAmazonCognitoIdentityProvider UserPoolsOf(string region) => userPools.GetOrAdd((region, IsOnce: false), Create);

    public IAmazonCognitoIdentityProvider UserPoolsOnceOf(string region) => userPools.GetOrAdd((region, IsOnce: true), Create);

    /// <summary>The same credentials in another place.</summary>
    public AwsClients At(string region, Uri? url) => new(region, credentials, url, http, profileName, Clock);

    /// <summary>Who the credentials belong to; from here on only keys of that account sign.</summary>
    /// <param name="observer">Who hears of the call, if one is needed; later ones are heard of by whoever makes the call that they stand before.</param>
    /// <param name="check">Throws if an account is not an allowed one.</param>
    public async Task<GetCallerIdentityResponse> CallerAsync(ICallObserver observer, Action<string> check)
    {
        try
        {
            return await credentials.ProveAsync(keys => AskAsync(keys, ApiCalls.Observer ?? observer), check).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            // There may be no keys to ask about.
            throw AwsErrors.Translate(GetCallerIdentity, Region, exception, []);
        }
    }

    /// <summary>Whether the place is this one.</summary>
    public bool IsAt(string region, Uri? url) => region == Region && url == endpoint;

    private async Task<GetCallerIdentityResponse> AskAsync(AWSCredentials keys, ICallObserver observer)
    {
        using var sts = AnswerCheck.Watch(new AmazonSecurityTokenServiceClient(keys, Configured(new AmazonSecurityTokenServiceConfig())));
        // A place of its own: the call that it stands before has one already.
        using var place = new SemaphoreSlim(1);
        return await new ApiCalls(place, observer)
            .InvokeAsync(GetCallerIdentity, Region, () => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest()), CancellationToken.None)
            .ConfigureAwait(false);
    }

    private AmazonCognitoIdentityProviderClient Create((string Region, bool IsOnce) place)
    {
        var config = new AmazonCognitoIdentityProviderConfig();
        return AnswerCheck.Watch(new AmazonCognitoIdentityProviderClient(credentials, Configured(place.IsOnce ? Once(config) : config, place.Region)));
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
        config.HttpClientFactory = http;
        if (http is SandboxClientFactory)
        {
            Closed(config);
        }
        else if (profileName is not null)
        {
            // Otherwise the SDK would take the endpoints of the profile that is used by default.
            config.Profile = new(profileName);
        }

        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region ?? Region);
        if (endpoint is not null)
        {
            config.ServiceURL = endpoint.ToString();
        }

        if (ConfiguredEndpoint(config) is { Length: > 0 })
        {
            // An address says nothing about the region, and the SDK would take the first one for it.
            config.AuthenticationRegion = region ?? Region;
        }

        return config;
    }

    /// <exception cref="ServiceException">The address holds a user name, a password or a query, which would show wherever the address does.</exception>
    private static Uri WithoutSecret(Uri address)
    {
        var shown = GuardedHandler.Shown(address);
        return address.UserInfo.Length > 0 ? throw SettingsErrors.Create(nameof(Messages.EndpointWithUser), shown, shown)
            : address.Query.Length > 0 || address.Fragment.Length > 0 ? throw SettingsErrors.Create(nameof(Messages.EndpointWithQuery), shown, shown)
            : address;
    }

    /// <summary>The address that was set, by whomever: asked for the first time, the SDK looks into environment and profile.</summary>
    private static string? ConfiguredEndpoint(ClientConfig config)
    {
        try
        {
            return config.ServiceURL;
        }
        catch (AmazonClientException)
        {
            throw SettingsErrors.Create(nameof(Messages.ConfiguredEndpointInvalid), config.ServiceId, config.ServiceId.Replace(' ', '_').ToUpperInvariant());
        }
    }

    /// <summary>
    /// An in-memory account hears nothing of the machine that it is on: everything that the SDK would look up in environment and profile is said here, so
    /// that it does not look.
    /// </summary>
    private static void Closed(ClientConfig config)
    {
        config.IgnoreConfiguredEndpointUrls = true;
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        config.RetryMode = RequestRetryMode.Standard;
        if (!config.IsMaxErrorRetrySet)
        {
            config.MaxErrorRetry = 2;
        }

        config.UseFIPSEndpoint = false;
        config.UseDualstackEndpoint = false;
        config.AccountIdEndpointMode = AccountIdEndpointMode.DISABLED;
        config.EndpointDiscoveryEnabled = false;
        config.DisableRequestCompression = true;
        config.RequestMinCompressionSizeBytes = 10240;
        config.RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED;
        config.ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED;
        config.AuthSchemePreference = [];
        config.SigV4aSigningRegionSet = [];
        config.DisableClockSkewCorrection = false;
        config.ClientAppId = "";
    }
}
