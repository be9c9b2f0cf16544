using IdentityPools.Sandbox;
using IdentityPools.Sandbox.Wire;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>How requests find their service, and what AWS checks before a service sees them.</summary>
public sealed class WireTests : IDisposable
{
    private readonly JsonClient client = new();

    public void Dispose() => client.Dispose();

    [Fact]
    public async Task An_unknown_operation_is_a_400() =>
        (await client.CallAsync("CreateSwimmingPool")).Refused(
            "UnknownOperationException",
            "Could not find operation CreateSwimmingPool for version 2014-06-30"
        );

    [Fact]
    public async Task An_unknown_service_is_a_400() => Assert.Equal("UnknownOperationException", (await client.SendAsync("s3", "S3.List", "{}", true)).Code);

    [Fact]
    public async Task A_signed_operation_without_signature_is_refused() =>
        (await client.CallAsync("ListIdentityPools", """{"MaxResults":1}""", signed: false)).Refused(
            "MissingAuthenticationTokenException",
            "Missing Authentication Token"
        );

    [Theory]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_body_that_is_no_object_is_refused(string body) =>
        Assert.Equal("SerializationException", (await client.CallAsync("DescribeIdentityPool", body)).Code);

    [Fact]
    public async Task Every_answer_has_a_request_id_and_every_error_its_type()
    {
        var good = await client.CallAsync("ListIdentityPools", """{"MaxResults":1}""");
        var bad = await client.CallAsync("DescribeIdentityPool", """{"IdentityPoolId":"us-east-1:0"}""");
        Assert.True(Guid.TryParse(good.RequestId, out _));
        Assert.Null(good.ErrorType);
        Assert.Equal("ResourceNotFoundException:", bad.ErrorType);
        Assert.Equal(
            [
                ("ListIdentityPools", false, 200, null, good.RequestId!),
                ("DescribeIdentityPool", false, 400, (string?)"ResourceNotFoundException", bad.RequestId!),
            ],
            client.Account.Calls.Select(call => (call.Operation, call.Mutating, call.StatusCode, call.ErrorCode, call.RequestId))
        );
        Assert.All(client.Account.Calls, call => Assert.Equal(("cognito-identity", "us-east-1"), (call.Service, call.Region)));
        client.Account.ClearCalls();
        Assert.Empty(client.Account.Calls);
    }

    [Fact]
    public async Task Mutating_calls_are_marked()
    {
        await client.PoolAsync();
        Assert.True(Assert.Single(client.Account.Calls).Mutating);
    }

    [Theory]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101/eu-west-1/iam/aws4_request, SignedHeaders=host, Signature=0", "AKID", "eu-west-1", "iam")]
    [InlineData("AWS4-HMAC-SHA256 Credential=a/b/20260101/eu-west-1/sts/aws4_request,SignedHeaders=host", "a/b", "eu-west-1", "sts")]
    public void The_scope_of_a_signature_is_read(string header, string key, string region, string service) =>
        Assert.Equal(new SignatureScope(key, region, service), SignatureScope.Parse(header));

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer x")]
    [InlineData("AWS4-HMAC-SHA256 Credential=AKID/20260101, SignedHeaders=host")]
    [InlineData("AWS4-HMAC-SHA256 ")]
    public void What_is_no_signature_has_no_scope(string? header) => Assert.Null(SignatureScope.Parse(header));

    [Theory]
    [InlineData("cognito-identity.eu-west-1.amazonaws.com", "eu-west-1")]
    [InlineData("127.0.0.1", "us-west-2")]
    [InlineData("localhost", "us-west-2")]
    public void An_unsigned_request_tells_its_region_by_its_host(string host, string region)
    {
        var account = new SandboxAccount();
        var router = new ServiceRouter(account.Services, "us-west-2");
        var request = new WireRequest(host, "AWSCognitoIdentityService.GetId", null, "{}");
        Assert.Equal(("cognito-identity", region), (router.ServiceOf(request)?.Name, router.RegionOf(request)));
    }

    [Theory]
    [InlineData("""{"IdentityPoolId":"eu-west-1:0"}""", "eu-west-1")]
    [InlineData("""{"Logins":{}, "IdentityId" : "ap-south-1:0"}""", "ap-south-1")]
    [InlineData("""{"IdentityId":"nowhere:0"}""", "us-west-2")]
    [InlineData("""{"Name":"eu-west-1:0"}""", "us-west-2")]
    public void An_unsigned_request_to_an_address_tells_its_region_by_its_id(string body, string region)
    {
        var router = new ServiceRouter(new SandboxAccount().Services, "us-west-2");
        Assert.Equal(region, router.RegionOf(new("127.0.0.1", "AWSCognitoIdentityService.GetId", null, body)));
    }

    [Fact]
    public void An_unsigned_form_tells_its_service_by_its_version()
    {
        var router = new ServiceRouter(new SandboxAccount().Services, "us-west-2");
        Assert.Equal("sts", router.ServiceOf(new("127.0.0.1", null, null, "Action=AssumeRoleWithWebIdentity&Version=2011-06-15"))?.Name);
    }

    [Fact]
    public async Task Latency_is_kept_and_can_be_cancelled()
    {
        client.Account.Latency = TimeSpan.FromMilliseconds(30);
        var start = TimeProvider.System.GetTimestamp();
        await client.PoolAsync();
        Assert.True(TimeProvider.System.GetElapsedTime(start) >= TimeSpan.FromMilliseconds(25));
        client.Account.Latency = TimeSpan.FromMinutes(1);
        using var invoker = new HttpClient(new SandboxHandler(client.Account)) { Timeout = TimeSpan.FromMilliseconds(20) };
        await Assert.ThrowsAsync<TaskCanceledException>(() => invoker.GetAsync(new Uri("https://iam.amazonaws.com/"), TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("12345678901")]
    [InlineData("12345678901x")]
    public void An_account_id_has_twelve_digits(string id) => Assert.Throws<ArgumentException>(() => new SandboxAccount(id));

    [Fact]
    public void Every_operation_of_every_model_is_served()
    {
        var account = new SandboxAccount();
        Assert.Equal(["cognito-identity", "cognito-idp", "iam", "sts"], account.Services.Select(service => service.Name));
        Assert.Equal(23, ServiceModel.Get("cognito-identity").Operations.Count);
        foreach (var service in account.Services)
        {
            var context = new SandboxContext("us-east-1", null, DateTimeOffset.UtcNow);
            Assert.All(service.Model.Operations, operation => Served(service, operation.Name, context));
        }
    }

    /// <summary>Input without its required members is refused somehow, but not because the operation is missing.</summary>
    private static void Served(SandboxService service, string operation, SandboxContext context)
    {
        var exception = Record.Exception(() => service.Invoke(operation, [], context));
        Assert.False(exception is KeyNotFoundException, $"{service.Name}:{operation}");
    }
}
