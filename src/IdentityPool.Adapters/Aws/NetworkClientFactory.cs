using Amazon.Runtime;

namespace IdentityPools.Aws;

/// <summary>The way to the network under the SDK's pipeline. Connections are shared by all; the guard is each factory's own.</summary>
internal sealed class NetworkClientFactory : HttpClientFactory
{
    private static readonly TimeSpan ConnectTime = TimeSpan.FromSeconds(10);
    private static readonly object Gate = new();
    private static SocketsHttpHandler? shared;

    private readonly Lazy<HttpClient> client;

    public NetworkClientFactory(WireBounds? bounds = null)
    {
        // The deadline is the guard's, which counts the body too.
        client = new(() => new(new GuardedHandler(Shared(), bounds ?? WireBounds.Default), disposeHandler: false) { Timeout = Timeout.InfiniteTimeSpan });
    }

    /// <summary>For the clients that the SDK makes itself, to take a role or to sign in.</summary>
    public static void UseForAll() => Amazon.AWSConfigs.HttpClientFactory = new NetworkClientFactory();

    public override HttpClient CreateHttpClient(IClientConfig clientConfig) => client.Value;

    public override bool UseSDKHttpClientCaching(IClientConfig clientConfig) => false;

    public override bool DisposeHttpClientsAfterUse(IClientConfig clientConfig) => false;

    private static SocketsHttpHandler Shared()
    {
        lock (Gate)
        {
            // Proxies are those of the environment, as for every program of .NET.
            return shared ??= new()
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                ConnectTimeout = ConnectTime,
                PooledConnectionLifetime = TimeSpan.FromMinutes(5),
                // In thousands of bytes; headers that go on for ever are a broken answer.
                MaxResponseHeadersLength = 64,
            };
        }
    }
}
