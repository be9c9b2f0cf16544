using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Several accounts behind one address on the loopback, each known by its key. It notes who signs, for which region, and what is asked.</summary>
internal sealed partial class AccountServer : IDisposable
{
    public const string Prod = "222222222222";
    public const string Dev = "333333333333";
    public const string Other = "999999999999";

    private readonly HttpListener listener = new();

    public AccountServer()
    {
        Endpoint = $"http://127.0.0.1:{FreePort()}/";
        listener.Prefixes.Add(Endpoint);
        listener.Start();
        _ = ServeAsync();
    }

    public string Endpoint { get; }

    /// <summary>The calls so far, <c>AKIAPROD eu-west-1 ListIdentityPools</c> for example; <c>-</c> stands where nobody signed.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public void Dispose() => listener.Close();

    private async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                await AnswerAsync(await listener.GetContextAsync());
            }
        }
        catch (Exception exception) when (exception is HttpListenerException or ObjectDisposedException)
        {
            // The server is gone.
        }
    }

    private async Task AnswerAsync(HttpListenerContext context)
    {
        using var reader = new StreamReader(context.Request.InputStream);
        var body = await reader.ReadToEndAsync();
        var signature = Signature().Match(context.Request.Headers["Authorization"] ?? "");
        var key = signature.Success ? signature.Groups[1].Value : "-";
        var operation = context.Request.Headers["X-Amz-Target"]?.Split('.')[^1] ?? Action().Match(body).Groups[1].Value;
        Calls.Enqueue($"{key} {(signature.Success ? signature.Groups[2].Value : "-")} {operation}");
        var (status, answer) = Answer(operation, AccountOf(key), body);
        context.Response.StatusCode = status;
        context.Response.ContentType = answer[0] == '<' ? "text/xml" : "application/x-amz-json-1.1";
        await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(answer));
        context.Response.Close();
    }

    private static (int Status, string Answer) Answer(string operation, string account, string body) =>
        operation switch
        {
            "GetCallerIdentity" => (
                200,
                "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                    + $"<Arn>arn:aws:iam::{account}:user/ci</Arn><UserId>AIDAEXAMPLE</UserId><Account>{account}</Account>"
                    + "</GetCallerIdentityResult></GetCallerIdentityResponse>"
            ),
            "ListIdentityPools" => (200, """{"IdentityPools":[]}"""),
            "DescribeIdentityPool" when account == Prod => (
                200,
                $$"""{"IdentityPoolId":"{{Id().Match(body).Value}}","IdentityPoolName":"shop","AllowUnauthenticatedIdentities":false}"""
            ),
            "GetIdentityPoolRoles" when account == Prod => (200, $$$"""{"IdentityPoolId":"{{{Id().Match(body).Value}}}","Roles":{}}"""),
            "DescribeIdentityPool" => (400, """{"__type":"ResourceNotFoundException","message":"There is none."}"""),
            _ => (400, """{"__type":"AccessDeniedException","message":"Not here."}"""),
        };

    private static string AccountOf(string key) =>
        key switch
        {
            "AKIAPROD" => Prod,
            "AKIADEV" => Dev,
            _ => Other,
        };

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    [GeneratedRegex("Credential=([^/]+)/[0-9]+/([^/]+)/")]
    private static partial Regex Signature();

    [GeneratedRegex("Action=([A-Za-z]+)")]
    private static partial Regex Action();

    [GeneratedRegex("[a-z0-9-]+:[0-9a-f-]{36}")]
    private static partial Regex Id();
}
