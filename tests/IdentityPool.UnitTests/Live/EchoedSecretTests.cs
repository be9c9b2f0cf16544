using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Xml.Linq;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Model;
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
                KeyValuePair.Create("api.twitter.com", new LoginProviderState("consumer", ProviderSecret.From("hush-hush"))),
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
    [InlineData("a+b/c==1", @"Logins: a\u002Bb/c\u003D\u003d1.", "Logins: ********.")]
    [InlineData("a+b/c==1", @"Logins: a\u002bb\/c==1.", "Logins: ********.")]
    [InlineData("a+b/c==1", @"again: a\\u002Bb\\/c==1.", "again: ********.")]
    [InlineData("a+b/c==1", "Logins=a%2Bb%2Fc%3D%3D1&x", "Logins=********&x")]
    [InlineData("a+b/c==1", "Logins=a%2bb%2fc%3d=1&x", "Logins=********&x")]
    [InlineData("a+b/c==1", "Logins=a%252Bb%252Fc%253D%253d1&x", "Logins=********&x")]
    [InlineData("a+b/c==1", "<x>a&#43;b&#x2F;c&#x3D;=1</x>", "<x>********</x>")]
    [InlineData("a b&c'd\"", @"a+b%26c%27d%22 a%20b\u0026c\u0027d\"" a b&amp;c&apos;d&quot; a b&c'd""", "******** ******** ******** ********")]
    [InlineData("päss\U0001F600wörd", @"p\u00E4ss\uD83D\uDE00w\u00f6rd p%C3%A4ss%F0%9F%98%80w%c3%b6rd", "******** ********")]
    [InlineData("%2B%25ab\\u", @"%2B%25ab\u %252B%2525ab%5Cu %2B%25ab\\u", "******** ******** ********")]
    [InlineData("a+b/c==1", @"a\u002Bb/c=2 a%2Bb%2", @"a\u002Bb/c=2 a%2Bb%2")]
    [InlineData("a+", @"it is a\u002B and x 'a\u002B'", @"it is a\u002B and x '********'")]
    public void A_secret_is_masked_where_it_stands(string secret, string text, string expected) =>
        Assert.Equal(expected, ProviderSecret.From(secret).Mask(text));

    [Fact]
    public void However_a_secret_is_escaped_it_is_masked()
    {
        var random = new Random(1);
        for (var run = 0; run < 2000; run++)
        {
            var secret = string.Concat(Enumerable.Range(0, random.Next(8, 40)).Select(_ => Letters[random.Next(Letters.Length)]));
            string[] forms =
            [
                JsonSerializer.Serialize(secret)[1..^1],
                JsonSerializer.Serialize(secret, Relaxed)[1..^1],
                string.Concat(secret.Select(unit => $"\\u{(int)unit:x4}")),
                Uri.EscapeDataString(secret),
                Uri.EscapeDataString(Uri.EscapeDataString(secret)),
                WebUtility.UrlEncode(secret),
                WebUtility.HtmlEncode(secret),
                new XText(secret).ToString(),
            ];

            Assert.All(forms, form => Assert.Equal("refused: <********>", ProviderSecret.From(secret).Mask($"refused: <{form}>")));
        }
    }

    [Fact]
    public void A_long_token_in_a_long_answer_takes_no_time()
    {
        var token = string.Concat(Enumerable.Range(0, 20_000).Select(number => (char)('+' + (number * 7 % 80))));
        var answer = string.Concat(Enumerable.Repeat("no token at all; ", 100_000)) + JsonSerializer.Serialize(token);

        var start = Stopwatch.GetTimestamp();
        var masked = ProviderSecret.From(token).Mask(answer);

        Assert.EndsWith("; \"********\"", masked, StringComparison.Ordinal);
        Assert.True(Stopwatch.GetElapsedTime(start) < TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Our_own_words_are_not_masked()
    {
        var answer = new AmazonServiceException("Value 'The' is no token", ErrorType.Unknown, "InvalidParameterException", "id", HttpStatusCode.BadRequest);

        var fault = AwsErrors.Translate("cognito-identity:GetId", "The pool", answer, [ProviderSecret.From("The"), ProviderSecret.From("pool")]);

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

        var fault = AwsErrors.Translate("iam:GetRole", "role", answer, []);

        Assert.Contains("x-amz-security-token:********", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("FwoGZXIvYXdz", fault.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain('\n', fault.Message);
    }

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private const string Letters = "abcXYZ019+/=-_.~ &<>\"'%äß€";

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
