using Amazon;
using Amazon.Runtime;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class EndpointTests
{
    [Theory]
    [InlineData("eu-west-1", false, false, "cognito-identity.eu-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", false, false, "cognito-identity.us-gov-west-1.amazonaws.com")]
    [InlineData("cn-north-1", false, false, "cognito-identity.cn-north-1.amazonaws.com.cn")]
    [InlineData("eusc-de-east-1", false, false, "cognito-identity.eusc-de-east-1.amazonaws.eu")]
    [InlineData("us-east-1", true, false, "cognito-identity-fips.us-east-1.amazonaws.com")]
    [InlineData("us-gov-west-1", true, false, "cognito-identity-fips.us-gov-west-1.amazonaws.com")]
    [InlineData("eu-west-1", false, true, "cognito-identity.eu-west-1.amazonaws.com")]
    [InlineData("us-gov-west-1", false, true, "cognito-identity.us-gov-west-1.api.aws")]
    [InlineData("us-east-1", true, true, "cognito-identity-fips.us-east-1.amazonaws.com")]
    [InlineData("ca-central-1", true, true, "cognito-identity-fips.ca-central-1.api.aws")]
    public async Task Identity_pools_answer_in_each_region(string region, bool fips, bool dualStack, string host)
    {
        var wire = new CannedWire(new CannedAnswer("{}"));
        using var client = TestClients.Identity(wire, Set(region, fips, dualStack));

        await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal($"https://{host}/", wire.Only.Address.ToString());
        Assert.Contains($"/{region}/cognito-identity/aws4_request", wire.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "cognito-idp.eu-west-1.amazonaws.com")]
    [InlineData("us-west-2", true, false, "cognito-idp-fips.us-west-2.amazonaws.com")]
    public async Task User_pools_answer_in_each_region(string region, bool fips, bool dualStack, string host)
    {
        var wire = new CannedWire(new CannedAnswer("{}"));
        using var client = TestClients.UserPools(wire, Set(region, fips, dualStack));

        await client.DescribeUserPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal($"https://{host}/", wire.Only.Address.ToString());
        Assert.Contains($"/{region}/cognito-idp/aws4_request", wire.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("eu-west-1", false, false, "iam.amazonaws.com", "us-east-1")]
    [InlineData("eu-west-1", true, false, "iam-fips.amazonaws.com", "us-east-1")]
    [InlineData("eu-west-1", false, true, "iam.global.api.aws", "us-east-1")]
    [InlineData("eu-west-1", true, true, "iam-fips.global.api.aws", "us-east-1")]
    [InlineData("us-gov-east-1", false, false, "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-gov-west-1", true, false, "iam.us-gov.amazonaws.com", "us-gov-west-1")]
    [InlineData("us-gov-west-1", false, true, "iam.us-gov.api.aws", "us-gov-west-1")]
    [InlineData("cn-northwest-1", false, false, "iam.cn-north-1.amazonaws.com.cn", "cn-north-1")]
    [InlineData("cn-north-1", false, true, "iam.global.api.amazonwebservices.com.cn", "cn-north-1")]
    [InlineData("eusc-de-east-1", false, false, "iam.eusc-de-east-1.amazonaws.eu", "eusc-de-east-1")]
    public async Task IAM_answers_once_in_a_partition(string region, bool fips, bool dualStack, string host, string signedFor)
    {
        var wire = new CannedWire(CannedAnswer.Xml("<GetRoleResponse/>"));
        using var client = TestClients.Iam(wire, Set(region, fips, dualStack));

        await client.GetRoleAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal($"https://{host}/", wire.Only.Address.ToString());
        Assert.Contains($"/{signedFor}/iam/aws4_request", wire.Only.Header("Authorization"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_the_caller_replaces_the_endpoint()
    {
        var wire = new CannedWire(new CannedAnswer("{}"), CannedAnswer.Xml("<GetRoleResponse/>"));
        void Local(ClientConfig config)
        {
            config.ServiceURL = "http://127.0.0.1:4566";
            config.AuthenticationRegion = "eu-west-1";
        }

        using var client = TestClients.Identity(wire, Local);
        using var iam = TestClients.Iam(wire, Local);

        await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);
        await iam.GetRoleAsync(new(), TestContext.Current.CancellationToken);

        Assert.All(wire.Sent, sent => Assert.Equal("http://127.0.0.1:4566/", sent.Address.ToString()));
        Assert.All(wire.Sent, sent => Assert.Contains("/eu-west-1/", sent.Header("Authorization"), StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_address_of_the_caller_and_FIPS_exclude_each_other()
    {
        using var client = TestClients.Identity(
            new(new CannedAnswer("{}")),
            config =>
            {
                config.ServiceURL = "http://127.0.0.1:4566";
                config.UseFIPSEndpoint = true;
            }
        );

        await Assert.ThrowsAsync<AmazonClientException>(() => client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_configuration_tells_its_endpoint()
    {
        var config = new Amazon.CognitoIdentity.AmazonCognitoIdentityConfig { RegionEndpoint = RegionEndpoint.EUWest1 };

        var endpoint = config.DetermineServiceOperationEndpoint(new(new Amazon.CognitoIdentity.Model.GetIdRequest()));

        Assert.Equal("https://cognito-identity.eu-west-1.amazonaws.com", endpoint.URL);
    }

    private static Action<ClientConfig> Set(string region, bool fips, bool dualStack) =>
        config =>
        {
            config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
            config.UseFIPSEndpoint = fips;
            config.UseDualstackEndpoint = dualStack;
        };
}
