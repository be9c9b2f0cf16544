using Amazon.Runtime.Endpoints;

namespace AwsServiceClients.Endpoints;

/// <summary>The endpoints of a service that has one in each region.</summary>
internal sealed class RegionalEndpoints : IEndpointProvider
{
    private readonly string name;

    public RegionalEndpoints(string name)
    {
        this.name = name;
    }

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var input = (EndpointInput)parameters;
        if (input.CustomEndpoint() is { } custom)
        {
            return custom;
        }

        var partition = input.Partition();
        var suffix = input.UseDualStack && !AnswersToBoth(input, partition.name) ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new($"https://{name}{(input.UseFips ? "-fips" : "")}.{input.Region}.{suffix}");
    }

    // In the commercial regions the ordinary name is dual-stack; of the FIPS names only those of the four regions in the United States.
    private static bool AnswersToBoth(EndpointInput input, string partition) =>
        input.UseFips ? input.Region is "us-east-1" or "us-east-2" or "us-west-1" or "us-west-2" : partition == "aws";
}
