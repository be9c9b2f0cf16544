using System.Net;
using Amazon.CognitoIdentity.Model;
using Amazon.IdentityManagement;
using Amazon.Runtime;
using Xunit;

namespace IdentityPools.UnitTests.Clients;

public sealed class RetryTests
{
    [Theory]
    [InlineData("TooManyRequestsException", HttpStatusCode.BadRequest)]
    [InlineData("ThrottlingException", HttpStatusCode.BadRequest)]
    [InlineData("InternalErrorException", HttpStatusCode.InternalServerError)]
    public async Task Throttling_and_faults_of_the_service_are_tried_again(string code, HttpStatusCode status)
    {
        var wire = new CannedWire(CannedAnswer.JsonError(code, status: status), new CannedAnswer("""{"IdentityPoolId":"id"}"""));
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 1);

        var answer = await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal("id", answer.IdentityPoolId);
        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task Throttling_by_IAM_is_tried_again()
    {
        var wire = new CannedWire(CannedAnswer.XmlError("Throttling"), CannedAnswer.Xml("<GetRoleResponse/>"));
        using var client = TestClients.Iam(wire, config => config.MaxErrorRetry = 1);

        await client.GetRoleAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task A_page_of_a_gateway_is_tried_again()
    {
        var wire = new CannedWire(new CannedAnswer("<html/>", HttpStatusCode.BadGateway), new CannedAnswer("{}"));
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 1);

        await client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task Nothing_is_tried_again_where_the_caller_says_so()
    {
        var wire = new CannedWire(CannedAnswer.JsonError("TooManyRequestsException"));
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 0);

        await Assert.ThrowsAsync<TooManyRequestsException>(() => client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken));

        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task What_the_caller_did_wrong_is_not_tried_again()
    {
        var wire = new CannedWire(CannedAnswer.JsonError("InvalidParameterException"));
        using var client = TestClients.Identity(wire, config => config.MaxErrorRetry = 3);

        await Assert.ThrowsAsync<InvalidParameterException>(() => client.DescribeIdentityPoolAsync(new(), TestContext.Current.CancellationToken));

        Assert.Single(wire.Sent);
    }

    [Fact]
    public async Task A_cancelled_call_ends_as_cancelled()
    {
        using var client = TestClients.Identity(new(new CannedAnswer("{}")));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.DescribeIdentityPoolAsync(new(), new CancellationToken(canceled: true)));
    }
}
