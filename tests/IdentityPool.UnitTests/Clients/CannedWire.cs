using Amazon.Runtime;

namespace IdentityPools.UnitTests.Clients;

/// <summary>A wire that answers what it was told, the last answer again and again, and keeps what was asked.</summary>
internal sealed class CannedWire : HttpClientFactory
{
    private readonly CannedAnswer[] answers;

    public CannedWire(params CannedAnswer[] answers)
    {
        this.answers = answers;
    }

    public List<SentRequest> Sent { get; } = [];

    public SentRequest Only => Xunit.Assert.Single(Sent);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(new Handler(this));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Handler : HttpMessageHandler
    {
        private readonly CannedWire wire;

        public Handler(CannedWire wire)
        {
            this.wire = wire;
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            wire.Sent.Add(await SentRequest.Of(request, cancellationToken));
            return wire.answers[Math.Min(wire.Sent.Count, wire.answers.Length) - 1].ToMessage();
        }
    }
}
