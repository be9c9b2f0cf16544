using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.SecurityToken;
using Amazon.SecurityToken.Model;
using IdentityPools.Aws;
using IdentityPools.Model;
using IdentityPools.Ports;
using IdentityPools.UnitTests.Live;
using Xunit;

namespace IdentityPools.UnitTests.Wire;

/// <summary>What a hostile server may do to a call over a real connection.</summary>
public sealed class GuardedHandlerTests
{
    private const string Pool = "eu-west-1:11111111-2222-3333-4444-555555555555";
    private const string Json = "Content-Type: application/x-amz-json-1.1";

    private static readonly WireBounds Tight = new(1024 * 1024, TimeSpan.FromSeconds(1));
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Account observer = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(300)]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed_and_both_addresses_are_named(int status)
    {
        using var other = HostileServer.Of($"200 OK\r\n{Json}", "{}");
        using var server = HostileServer.Of($"{status} Moved\r\nLocation: http://user:hush@127.0.0.1:{other.Endpoint.Port}/take?token=hush#hush");

        var fault = await Refused(server.Endpoint);

        Assert.Equal((nameof(Messages.AnswerRedirects), ServiceErrorKind.Connection), (fault.ErrorId, fault.Kind));
        Assert.Contains(server.Endpoint.ToString(), fault.Message, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{other.Endpoint.Port}/take ", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal((1, 0), (server.Requests, other.Requests));
    }

    [Fact]
    public async Task Tokens_of_users_are_not_carried_to_another_address()
    {
        using var other = HostileServer.Of($"200 OK\r\n{Json}", "{}");
        using var server = HostileServer.Of($"307 Moved\r\nLocation: {other.Endpoint}");
        var request = new CredentialRequest { PoolId = Pool, Logins = Logins.From([KeyValuePair.Create<string, object?>("Google", "hush")]) };

        var fault = await Assert.ThrowsAsync<ServiceException>(() => Service(server.Endpoint).GetCredentialAsync(request, observer, Cancellation));

        Assert.Equal(nameof(Messages.AnswerRedirects), fault.ErrorId);
        Assert.Equal(0, other.Requests);
    }

    [Fact]
    public async Task Clients_that_the_SDK_makes_itself_are_guarded_too()
    {
        var before = Amazon.AWSConfigs.HttpClientFactory;
        try
        {
            NetworkClientFactory.UseForAll();
            using var server = HostileServer.Of("302 Moved\r\nLocation: /elsewhere");
            using var sts = new AmazonSecurityTokenServiceClient(
                new BasicAWSCredentials("AKIDEXAMPLE", "secret"),
                new AmazonSecurityTokenServiceConfig { ServiceURL = server.Endpoint.ToString(), AuthenticationRegion = "eu-west-1" }
            );

            var fault = await Assert.ThrowsAsync<CallException>(() => sts.GetCallerIdentityAsync(new GetCallerIdentityRequest(), Cancellation));

            Assert.Equal(nameof(Messages.AnswerRedirects), fault.ErrorId);
            Assert.Equal(1, server.Requests);
        }
        finally
        {
            Amazon.AWSConfigs.HttpClientFactory = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: 1000000\r\n\r\n{\"IdentityPools\":")]
    [InlineData("HTTP/1.1 400 Bad Request\r\nContent-Type: text/xml\r\nContent-Length: 1000000\r\n\r\n<Error")]
    public async Task An_answer_of_a_byte_now_and_then_ends_with_the_time_for_the_whole(string begin)
    {
        using var server = new HostileServer(
            async (stream, cancellation) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes(begin), cancellation);
                while (true)
                {
                    await Task.Delay(100, cancellation);
                    await stream.WriteAsync(new byte[] { (byte)(begin.Length == 0 ? ' ' : 'a') }, cancellation);
                    await stream.FlushAsync(cancellation);
                    if (begin.Length == 0)
                    {
                        await Task.Delay(Timeout.Infinite, cancellation);
                    }
                }
            }
        );

        var fault = await Refused(server.Endpoint);

        Assert.Equal((nameof(Messages.AnswerTooSlow), ServiceErrorKind.Connection), (fault.ErrorId, fault.Kind));
        Assert.Equal(1, server.Requests);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("400 Bad Request")]
    [InlineData("500 Internal Server Error")]
    public async Task A_body_without_end_is_read_as_far_as_its_bound(string status)
    {
        var sent = 0L;
        using var server = new HostileServer(
            async (stream, cancellation) =>
            {
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\n{Json}\r\n\r\n"), cancellation);
                var part = new byte[65536];
                while (true)
                {
                    await stream.WriteAsync(part, cancellation);
                    Interlocked.Add(ref sent, part.Length);
                }
            }
        );

        var fault = await Refused(server.Endpoint, Tight with { Time = Patience });

        Assert.Equal((nameof(Messages.AnswerTooLong), ServiceErrorKind.Connection), (fault.ErrorId, fault.Kind));
        // What stands in the buffers of the connection comes on top.
        Assert.InRange(Interlocked.Read(ref sent), 1, 64L * 1024 * 1024);
    }

    [Fact]
    public async Task A_length_beyond_the_bound_is_not_waited_for()
    {
        using var server = HostileServer.Of($"200 OK\r\n{Json}\r\nContent-Length: 6000000000");

        Assert.Equal(nameof(Messages.AnswerTooLong), (await Refused(server.Endpoint, Tight with { Time = Patience })).ErrorId);
    }

    [Fact]
    public async Task Headers_without_end_are_no_answer()
    {
        using var server = HostileServer.Of($"200 OK\r\nX-Much: {new string('x', 200_000)}\r\n{Json}", """{"IdentityPools":[]}""");

        Assert.Equal(nameof(Messages.NoAnswer), (await Refused(server.Endpoint)).ErrorId);
    }

    [Theory]
    [InlineData("""{"__type":"AccessDeniedException","message":"#"}""", nameof(Messages.AccessDenied))]
    [InlineData("""{"__type":"#","message":"no"}""", nameof(Messages.RequestRefused))]
    [InlineData("<html>#", nameof(Messages.AnswerUnreadable))]
    public async Task A_message_without_end_is_cut_in_the_record(string body, string errorId)
    {
        using var server = HostileServer.Of(
            $"400 Bad Request\r\n{Json}\r\nx-amzn-RequestId: {new string('i', 30_000)}",
            body.Replace("#", new string('m', 900_000), StringComparison.Ordinal)
        );

        var fault = await Refused(server.Endpoint);

        Assert.Equal(errorId, fault.ErrorId);
        Assert.InRange(fault.ToString().Length, 1, 30_000);
        Assert.InRange(fault.Message.Length, 1, 10_000);
        Assert.InRange((fault.ErrorCode ?? "").Length + fault.RequestId!.Length, 1, 5_000);
    }

    [Fact]
    public async Task An_address_with_a_password_is_not_called_and_not_shown()
    {
        using var server = HostileServer.Of($"200 OK\r\n{Json}", """{"IdentityPools":[]}""");

        var fault = await Refused(new UriBuilder(server.Endpoint) { UserName = "user", Password = "hush" }.Uri);

        Assert.Equal((nameof(Messages.EndpointWithUser), ServiceErrorKind.Settings), (fault.ErrorId, fault.Kind));
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Theory]
    [InlineData("?password=hush")]
    [InlineData("#hush")]
    public async Task An_address_with_a_query_is_not_called_and_not_shown(string end)
    {
        using var server = HostileServer.Of($"200 OK\r\n{Json}", """{"IdentityPools":[]}""");

        var fault = await Refused(new Uri(server.Endpoint, end));

        Assert.Equal((nameof(Messages.EndpointWithQuery), ServiceErrorKind.Settings), (fault.ErrorId, fault.Kind));
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, server.Requests);
    }

    [Fact]
    public async Task An_address_with_a_password_is_not_called_wherever_it_comes_from()
    {
        using var wire = new HttpMessageInvoker(new GuardedHandler(new Nowhere(), Tight));

        var fault = await Assert.ThrowsAsync<ServiceException>(() =>
            new ApiCalls(new(1), observer).InvokeAsync(
                "some:Call",
                "it",
                () => wire.SendAsync(new(HttpMethod.Post, "https://user:hush@example.com/"), Cancellation),
                Cancellation
            )
        );

        Assert.Equal((nameof(Messages.EndpointHoldsUser), ServiceErrorKind.Settings, false), (fault.ErrorId, fault.Kind, fault.MayHaveHappened));
        Assert.DoesNotContain("hush", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://example.com/", true)]
    [InlineData("http://192.0.2.1:4566/", true)]
    [InlineData("https://example.com/", false)]
    [InlineData("http://localhost:4566/", false)]
    [InlineData("http://127.0.0.2/", false)]
    [InlineData("http://[::1]:80/", false)]
    public async Task Plain_http_to_another_machine_is_told_once(string address, bool isTold)
    {
        using var wire = new HttpMessageInvoker(new GuardedHandler(new Nowhere(), Tight));
        for (var call = 0; call < 2; call++)
        {
            await new ApiCalls(new(1), observer).InvokeAsync(
                "some:Call",
                "it",
                () => wire.SendAsync(new(HttpMethod.Post, address), Cancellation),
                Cancellation
            );
        }

        Assert.Equal(isTold ? 1 : 0, observer.Warnings.Count(warning => warning.Contains(address, StringComparison.Ordinal)));
    }

    private static AwsIdentityPoolService Service(Uri endpoint, WireBounds? bounds = null) =>
        new(new("eu-west-1", new BasicAWSCredentials("AKIDEXAMPLE", "secret"), endpoint, new NetworkClientFactory(bounds ?? Tight)), null);

    private async Task<ServiceException> Refused(Uri endpoint, WireBounds? bounds = null) =>
        await Assert.ThrowsAsync<ServiceException>(() => ListAsync(endpoint, bounds).WaitAsync(Patience, Cancellation));

    private async Task ListAsync(Uri endpoint, WireBounds? bounds)
    {
        await foreach (var page in Service(endpoint, bounds).ListAsync(observer, Cancellation))
        {
            Assert.NotNull(page);
        }
    }

    private sealed class Nowhere : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("") });
    }
}
