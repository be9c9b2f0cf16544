using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Sandbox;

namespace IdentityPools.UnitTests.Wire;

/// <summary>An account in memory whose answers somebody on the way replaces.</summary>
/// <param name="account">The account.</param>
/// <param name="lie">What becomes of an answer, by the name of the operation; null for the answer as it is.</param>
/// <param name="isLost">Whether a call with a replaced answer never reaches the account.</param>
internal sealed class LyingWire(SandboxAccount account, Func<string, string, string?> lie, bool isLost) : HttpClientFactory
{
    public ConcurrentQueue<string> Asked { get; } = new();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new GuardedHandler(new Liar(this, new SandboxHandler(account)), WireBounds.Default));

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Liar(LyingWire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var operation = await OperationAsync(request, cancellationToken);
            wire.Asked.Enqueue(operation);
            if (wire.IsLost && wire.Lie(operation, "") is { } instead)
            {
                return new(HttpStatusCode.OK) { Content = new StringContent(instead, Encoding.UTF8, "application/x-amz-json-1.1") };
            }

            var answer = await base.SendAsync(request, cancellationToken);
            if (wire.Lie(operation, await answer.Content.ReadAsStringAsync(cancellationToken)) is { } other)
            {
                var type = answer.Content.Headers.ContentType;
                answer.Content = new StringContent(other);
                answer.Content.Headers.ContentType = type;
            }

            return answer;
        }

        private static async Task<string> OperationAsync(HttpRequestMessage request, CancellationToken cancellation)
        {
            if (request.Headers.TryGetValues("X-Amz-Target", out var target))
            {
                return target.Single().Split('.')[1];
            }

            var form = await request.Content!.ReadAsStringAsync(cancellation);
            return form.Split('&').Single(field => field.StartsWith("Action=", StringComparison.Ordinal))["Action=".Length..];
        }
    }

    private bool IsLost => isLost;

    private string? Lie(string operation, string answer) => lie(operation, answer);
}
