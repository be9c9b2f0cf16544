using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Somebody else who works on an account in memory: calls AWS without the module.</summary>
internal sealed class ForeignHand : IDisposable
{
    private const string Handler = "IdentityPools.Sandbox.SandboxHandler";

    private readonly HttpClient client;

    /// <summary>The account, in the load context in which the module has it.</summary>
    public ForeignHand(ISandbox sandbox) =>
        client = new((HttpMessageHandler)Activator.CreateInstance(sandbox.GetType().Assembly.GetType(Handler, throwOnError: true)!, sandbox)!);

    /// <summary>Creates a pool that carries no mark of the module.</summary>
    public async Task CreatePoolAsync(string name, CancellationToken cancellation)
    {
        var body = JsonSerializer.Serialize(new { IdentityPoolName = name, AllowUnauthenticatedIdentities = false });
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://cognito-identity.eu-west-1.amazonaws.com/")
        {
            Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/x-amz-json-1.1")),
        };
        request.Headers.Add("X-Amz-Target", "AWSCognitoIdentityService.CreateIdentityPool");
        request.Headers.TryAddWithoutValidation(
            "Authorization",
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20260101/eu-west-1/cognito-identity/aws4_request, SignedHeaders=host, Signature=0"
        );
        using var answer = await client.SendAsync(request, cancellation);
        answer.EnsureSuccessStatusCode();
    }

    public void Dispose() => client.Dispose();
}
