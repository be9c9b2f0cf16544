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

    [Theory]
    [InlineData("i", "The identity pool 'i' is invalid.", "The identity pool '********' is invalid.")]
    [InlineData("i", "Value 'consumer;i' at 'i' is a trial i", "Value 'consumer;********' at '********' is a trial i")]
    [InlineData("a", "Invalid login token: a", "Invalid login token: ********")]
    [InlineData("a", "a", "********")]
    [InlineData("a", "{\"token\":\"a\",\"at\":[a]}", "{\"token\":\"********\",\"at\":[********]}")]
    [InlineData("user", "The user pool 'users' of user (user) has no user.", "The user pool 'users' of user (********) has no user.")]
    [InlineData("12345678", "x12345678y", "x********y")]
    [InlineData("aaaaaaaa", "aaaaaaaaaaaaaaaaa", "****************a")]
    [InlineData("ab", "", "")]
    public void A_secret_is_masked_where_it_stands(string secret, string text, string expected) => Assert.Equal(expected, ProviderSecret.Of(secret).Mask(text));

    [Fact]
    public void Our_own_words_are_not_masked()
    {
        var answer = new AmazonServiceException("Value 'The' is no token", ErrorType.Unknown, "InvalidParameterException", "id", HttpStatusCode.BadRequest);

        var fault = Faults.Of("cognito-identity:GetId", "The pool", answer, [ProviderSecret.Of("The"), ProviderSecret.Of("pool")]);

        Assert.Contains("The pool", fault.Message, StringComparison.Ordinal);
        Assert.Contains("Value '********' is no token", fault.Message, StringComparison.Ordinal);
        Assert.Null(fault.InnerException);
    }

    [Fact]
    public void A_signature_that_does_not_fit_is_told_without_the_session_token()
    {
        var answer = new AmazonServiceException(
            "The Canonical String should have been\n'POST\nx-amz-date:20260101T000000Z\nx-amz-security-token:FwoGZXIvYXdz/tok+en=\n\nhost'",
            ErrorType.Unknown,
            "SignatureDoesNotMatch",
            "id",
            HttpStatusCode.Forbidden
        );

        var fault = Faults.Of("iam:GetRole", "role", answer, []);

        Assert.Contains("x-amz-security-token:********", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("FwoGZXIvYXdz", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
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
