using IdentityPools.Sandbox;
using Xunit;

namespace IdentityPools.UnitTests.Sandbox;

/// <summary>Speaks the Query protocol with an account in memory.</summary>
internal sealed class QueryClient : IDisposable
{
    private readonly HttpClient client;
    private readonly Uri endpoint;
    private readonly string version;

    private QueryClient(HttpMessageHandler handler, string endpoint, string version, string service, string region)
    {
        client = new(handler);
        client.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization",
            $"AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20260101/{region}/{service}/aws4_request, SignedHeaders=host, Signature=0"
        );
        this.endpoint = new(endpoint);
        this.version = version;
    }

    /// <summary>IAM of a fresh account.</summary>
    public static QueryClient Iam(string region = "us-east-1") =>
        new(new SandboxHandler(new SandboxAccount(region: region)), "https://iam.amazonaws.com/", "2010-05-08", "iam", region);

    /// <summary>IAM of an account.</summary>
    public static QueryClient Iam(SandboxAccount account) => new(new SandboxHandler(account), "https://iam.amazonaws.com/", "2010-05-08", "iam", "us-east-1");

    /// <summary>STS and IAM of one fresh account.</summary>
    public static (QueryClient Sts, QueryClient Iam) StsAndIam()
    {
        var account = new SandboxAccount();
        return (
            new(new SandboxHandler(account), "https://sts.us-east-1.amazonaws.com/", "2011-06-15", "sts", "us-east-1"),
            new(new SandboxHandler(account), "https://iam.amazonaws.com/", "2010-05-08", "iam", "us-east-1")
        );
    }

    /// <summary>Signs with another key from now on; without one not at all.</summary>
    public void SignAs(string? accessKeyId)
    {
        client.DefaultRequestHeaders.Remove("Authorization");
        if (accessKeyId is not null)
        {
            client.DefaultRequestHeaders.TryAddWithoutValidation(
                "Authorization",
                $"AWS4-HMAC-SHA256 Credential={accessKeyId}/20260101/us-east-1/sts/aws4_request, SignedHeaders=host, Signature=0"
            );
        }
    }

    public void Dispose() => client.Dispose();

    public async Task<QueryAnswer> CallAsync(string action, params (string Name, string Value)[] parameters)
    {
        var pairs = parameters.Prepend(("Version", version)).Prepend(("Action", action)).Select(pair => KeyValuePair.Create(pair.Item1, pair.Item2));
        using var content = new FormUrlEncodedContent(pairs);
        return await SendAsync(await content.ReadAsStringAsync());
    }

    public async Task<QueryAnswer> SendAsync(string body)
    {
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(endpoint, content, TestContext.Current.CancellationToken);
        return new(response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
