using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Speaks AWS JSON with an account in memory.</summary>
internal sealed class JsonClient : IDisposable
{
    private const string Pools = "cognito-identity";
    private const string UserPools = "cognito-idp";

    private readonly HttpClient client;

    public JsonClient(SandboxAccount? account = null, string region = "us-east-1")
    {
        Account = account ?? new();
        Region = region;
        client = new(new SandboxHandler(Account));
    }

    public SandboxAccount Account { get; }

    public string Region { get; }

    public void Dispose() => client.Dispose();

    /// <summary>Calls identity pools.</summary>
    public Task<JsonAnswer> CallAsync(string operation, string input = "{}", bool signed = true) =>
        SendAsync(Pools, $"AWSCognitoIdentityService.{operation}", input, signed);

    /// <summary>Calls user pools.</summary>
    public Task<JsonAnswer> UserPoolAsync(string operation, string input = "{}") =>
        SendAsync(UserPools, $"AWSCognitoIdentityProviderService.{operation}", input, signed: true);

    /// <summary>A new pool with more members than the required ones.</summary>
    public async Task<string> PoolAsync(string members = "", string name = "shop")
    {
        var input = (JsonObject)JsonNode.Parse($"{{{members}}}")!;
        input["IdentityPoolName"] = name;
        input["AllowUnauthenticatedIdentities"] ??= false;
        return (string)(await CallAsync("CreateIdentityPool", input.ToJsonString())).Ok()["IdentityPoolId"]!;
    }

    public async Task<JsonAnswer> SendAsync(string service, string target, string body, bool signed)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"https://{service}.{Region}.amazonaws.com/") { Content = new StringContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.1");
        request.Headers.Add("X-Amz-Target", target);
        if (signed)
        {
            var scope = $"AKIDEXAMPLE/20260101/{Region}/{service}/aws4_request";
            request.Headers.TryAddWithoutValidation("Authorization", $"AWS4-HMAC-SHA256 Credential={scope}, SignedHeaders=host, Signature=0");
        }

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new((int)response.StatusCode, text, Header(response, "x-amzn-RequestId"), Header(response, "x-amzn-ErrorType"));
    }

    private static string? Header(HttpResponseMessage response, string name) => response.Headers.TryGetValues(name, out var values) ? values.Single() : null;
}
