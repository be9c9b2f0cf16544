using System.Net;
using System.Text;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Planning;
using IdentityPools.Ports;
using Xunit;

namespace IdentityPools.UnitTests.Live;

/// <summary>AWS may repeat a value that it refuses; a secret in it goes no further.</summary>
public sealed class EchoedSecretTests
{
    [Fact]
    public async Task A_refusal_that_repeats_the_secret_is_told_without_it()
    {
        var clients = new AwsClients("eu-west-1", new BasicAWSCredentials("AKIASANDBOXSANDBOX00", "sandbox"), null, new Echo());
        var executor = new StepExecutor(clients, new ApiCalls(clients.Places, new Account()), new AwsAccount("123456789012", "eu-west-1"));
        var pool = new PoolState
        {
            Id = Pending.PoolId,
            Name = "shop",
            AllowUnauthenticatedIdentities = false,
            LoginProviders = ValueMap<LoginProviderState>.Create([
                KeyValuePair.Create("api.twitter.com", new LoginProviderState("consumer", ProviderSecret.Of("hush-hush"))),
            ]),
        };

        var fault = await Assert.ThrowsAsync<ServiceException>(() => executor.ExecuteAsync(new PlanStep.CreatePool(pool)));

        Assert.Equal(nameof(Messages.RequestRefused), fault.ErrorId);
        Assert.Contains("consumer;********", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hush-hush", fault.ToString(), StringComparison.Ordinal);
    }

    private sealed class Echo : HttpClientFactory
    {
        public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new EchoHandler());

        public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;
    }

    private sealed class EchoHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var sent = await request.Content!.ReadAsStringAsync(cancellationToken);
            var value = sent[sent.IndexOf("consumer", StringComparison.Ordinal)..].Split('"')[0];
            return new(HttpStatusCode.BadRequest)
            {
                RequestMessage = request,
                Content = new StringContent(
                    $$"""{"__type":"InvalidParameterException","message":"Value '{{value}}' failed to satisfy constraint"}""",
                    Encoding.UTF8,
                    "application/x-amz-json-1.1"
                ),
            };
        }
    }
}
