using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;

namespace AwsServiceClients.Endpoints;

/// <summary>The endpoints of IAM: one for a whole partition, signed for one region of it.</summary>
internal sealed class IamEndpoints : IEndpointProvider
{
    private const string Fips = "/fips";
    private const string DualStack = "/dualstack";

    private static readonly Dictionary<string, (string Host, string Region)> Fixed = new(StringComparer.Ordinal)
    {
        ["aws" + DualStack] = ("iam.global.api.aws", "us-east-1"),
        ["aws" + Fips + DualStack] = ("iam-fips.global.api.aws", "us-east-1"),
        ["aws-cn"] = ("iam.cn-north-1.amazonaws.com.cn", "cn-north-1"),
        ["aws-cn" + DualStack] = ("iam.global.api.amazonwebservices.com.cn", "cn-north-1"),
        ["aws-us-gov"] = ("iam.us-gov.amazonaws.com", "us-gov-west-1"),
        ["aws-us-gov" + Fips] = ("iam.us-gov.amazonaws.com", "us-gov-west-1"),
        ["aws-us-gov" + DualStack] = ("iam.us-gov.api.aws", "us-gov-west-1"),
        ["aws-us-gov" + Fips + DualStack] = ("iam.us-gov.api.aws", "us-gov-west-1"),
        ["aws-eusc"] = ("iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1"),
        ["aws-iso"] = ("iam.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
        ["aws-iso" + Fips] = ("iam-fips.us-iso-east-1.c2s.ic.gov", "us-iso-east-1"),
        ["aws-iso-b"] = ("iam.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
        ["aws-iso-b" + Fips] = ("iam-fips.us-isob-east-1.sc2s.sgov.gov", "us-isob-east-1"),
        ["aws-iso-e"] = ("iam.eu-isoe-west-1.cloud.adc-e.uk", "eu-isoe-west-1"),
        ["aws-iso-f"] = ("iam.us-isof-south-1.csp.hci.ic.gov", "us-isof-south-1"),
    };

    /// <inheritdoc/>
    public Endpoint ResolveEndpoint(EndpointParameters parameters)
    {
        var input = (EndpointInput)parameters;
        if (input.CustomEndpoint() is { } custom)
        {
            return custom;
        }

        var partition = input.Partition();
        var (host, region) = Fixed.TryGetValue(partition.name + (input.UseFips ? Fips : "") + (input.UseDualStack ? DualStack : ""), out var known)
            ? known
            : ByRule(input, partition);
        var scheme = "{\"authSchemes\":[{\"name\":\"sigv4\",\"signingName\":\"iam\",\"signingRegion\":\"" + region + "\"}]}";
        return new($"https://{host}", scheme, "{}");
    }

    private static (string Host, string Region) ByRule(EndpointInput input, Partition partition) =>
        ($"iam{(input.UseFips ? "-fips" : "")}.{(input.UseDualStack ? partition.dualStackDnsSuffix : partition.dnsSuffix)}", partition.implicitGlobalRegion);
}
