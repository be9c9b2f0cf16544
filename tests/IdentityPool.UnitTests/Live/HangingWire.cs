using Amazon.Runtime;
using IdentityPools.Aws;
using IdentityPools.Sandbox;

namespace IdentityPools.UnitTests.Live;

/// <summary>An account in memory that never answers one operation; only who cancels the call gets away from it.</summary>
internal sealed class HangingWire(SandboxAccount account, string operation) : HttpClientFactory
{
    private readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Done when the operation was called.</summary>
    public Task Reached => reached.Task;

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) =>
        new(new GuardedHandler(new Hanger(this, new SandboxHandler(account)), WireBounds.Default)) { Timeout = Timeout.InfiniteTimeSpan };

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    private sealed class Hanger(HangingWire wire, HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (await wire.HangsAsync(request, cancellationToken))
            {
                wire.reached.TrySetResult();
                await Task.Delay(Timeout.Infinite, cancellationToken);
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }

    private async Task<bool> HangsAsync(HttpRequestMessage request, CancellationToken cancellation) =>
        request.Headers.TryGetValues("X-Amz-Target", out var target)
            ? target.Single().EndsWith("." + operation, StringComparison.Ordinal)
            : (await request.Content!.ReadAsStringAsync(cancellation)).Split('&').Contains("Action=" + operation);
}
