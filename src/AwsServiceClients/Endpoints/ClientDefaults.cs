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
                Of(DefaultConfigurationMode.Standard, 3100),
                Of(DefaultConfigurationMode.InRegion, 1100),
                Of(DefaultConfigurationMode.CrossRegion, 3100),
                Of(DefaultConfigurationMode.Mobile, 30000),
                Of(DefaultConfigurationMode.Auto, 1100),
            }
        );

    private static DefaultConfiguration Of(DefaultConfigurationMode mode, int connectMilliseconds) =>
        new()
        {
            Name = mode,
            RetryMode = RequestRetryMode.Standard,
            S3UsEast1RegionalEndpoint = S3UsEast1RegionalEndpointValue.Regional,
            ConnectTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
            TlsNegotiationTimeout = TimeSpan.FromMilliseconds(connectMilliseconds),
        };
}
