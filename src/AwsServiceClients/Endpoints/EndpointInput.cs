using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util;

namespace AwsServiceClients.Endpoints;

/// <summary>What the endpoint of a call depends on.</summary>
internal sealed class EndpointInput : EndpointParameters
{
    public required string? Region { get; init; }

    public required string? ServiceUrl { get; init; }

    public required bool UseFips { get; init; }

    public required bool UseDualStack { get; init; }

    public static EndpointInput From(IClientConfig config, Amazon.RegionEndpoint? alternate) =>
        new()
        {
            Region = (alternate ?? config.RegionEndpoint)?.SystemName ?? RegionOfUrl(config),
            ServiceUrl = config.ServiceURL,
            UseFips = config.UseFIPSEndpoint,
            UseDualStack = config.UseDualstackEndpoint,
        };

    /// <summary>The address that the caller set, if any.</summary>
    /// <exception cref="AmazonClientException">It is set together with something that it leaves no room for.</exception>
    public Endpoint? CustomEndpoint() =>
        string.IsNullOrEmpty(ServiceUrl) ? null
        : UseFips ? throw new AmazonClientException("A custom endpoint and FIPS endpoints exclude each other.")
        : UseDualStack ? throw new AmazonClientException("A custom endpoint and dual-stack endpoints exclude each other.")
        : new Endpoint(ServiceUrl);

    /// <summary>The partition that the region is in.</summary>
    /// <exception cref="AmazonClientException">No region is known, or the partition lacks what is asked for.</exception>
    public Partition Partition()
    {
        if (string.IsNullOrEmpty(Region))
        {
            throw new AmazonClientException("No endpoint without a region.");
        }

        var partition = Fn.Partition(Region);
        if ((UseFips && !partition.supportsFIPS) || (UseDualStack && !partition.supportsDualStack))
        {
            throw new AmazonClientException($"The partition {partition.name} has no {(UseFips ? "FIPS" : "dual-stack")} endpoints.");
        }

        return partition;
    }

    private static string? RegionOfUrl(IClientConfig config) =>
        string.IsNullOrEmpty(config.ServiceURL) ? null
        : string.IsNullOrEmpty(config.AuthenticationRegion) ? AWSSDKUtils.DetermineRegion(config.ServiceURL)
        : config.AuthenticationRegion;
}
