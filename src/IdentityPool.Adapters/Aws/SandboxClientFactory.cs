using Amazon.Runtime;
using IdentityPools.Ports;

namespace IdentityPools.Aws;

/// <summary>Puts an in-memory account where the network would be, under the SDK's own pipeline.</summary>
internal sealed class SandboxClientFactory(ISandboxAccount account) : HttpClientFactory
{
    /// <summary>The sandbox checks no signature; the SDK needs something to sign with.</summary>
    public const string AccessKeyId = "AKIASANDBOXSANDBOX00";
    public const string SecretKey = "sandbox";

    private GuardedHandler Handler { get; } = new((HttpMessageHandler)account.GetService(typeof(HttpMessageHandler))!, WireBounds.Default);

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => new(Handler, disposeHandler: false);

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;
}
