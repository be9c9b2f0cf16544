using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox;

/// <summary>The account as the network shows it.</summary>
/// <param name="account">The account.</param>
internal sealed class SandboxHandler(SandboxAccount account) : HttpMessageHandler
{
    private readonly ServiceRouter router = new(account.Services, account.Region);

    /// <inheritdoc/>
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var wire = await WireRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        if (account.Latency > TimeSpan.Zero)
        {
            await Task.Delay(account.Latency, cancellationToken).ConfigureAwait(false);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var requestId = Guid.NewGuid().ToString();
        return Answer(wire, requestId).ToResponse(request, requestId, account.Clock.GetUtcNow());
    }

    private WireAnswer Answer(WireRequest request, string requestId)
    {
        var region = router.RegionOf(request);
        if (router.ServiceOf(request) is not { } service)
        {
            var unknown = new SandboxServiceException(ProtocolErrors.Json.UnknownOperation, "The sandbox has no such service.");
            account.Log(new(string.Empty, string.Empty, region, false, unknown.Status, unknown.Code, requestId, account.Clock.GetUtcNow()));
            return SandboxJson.Instance.Error(unknown, requestId);
        }

        return new SandboxExchange(account, service, request, new(region, request.Signature?.AccessKeyId, account.Clock.GetUtcNow()), requestId).Run();
    }
}
