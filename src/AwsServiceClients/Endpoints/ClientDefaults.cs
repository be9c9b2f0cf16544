using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace AwsServiceClients.Endpoints;

/// <summary>The values behind the configuration modes of the SDK, which each service brings along.</summary>
internal static class ClientDefaults
{
    public static DefaultConfigurationProvider Provider() =>
        new(
            new IDefaultConfiguration[]
            {
                Create(DefaultConfigurationMode.Standard, 3100),
                Create(DefaultConfigurationMode.InRegion, 1100),
                Create(DefaultConfigurationMode.CrossRegion, 3100),
                Create(DefaultConfigurationMode.Mobile, 30000),
                Create(DefaultConfigurationMode.Auto, 1100),
            }
        );

    private static DefaultConfiguration Create(DefaultConfigurationMode mode, int connectMilliseconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        };
}
