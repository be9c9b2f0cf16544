using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;
using IdentityPools.Model;

namespace IdentityPools.ModuleTests.Live;

/// <summary>Several accounts behind one address on the loopback, each known by its key. It notes who signs, for which region, and what is asked.</summary>
internal sealed partial class AccountServer : IDisposable
{
    public const string Prod = "222222222222";
    public const string Dev = "333333333333";
    public const string Other = "999999999999";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public AccountServer()
    {
        listener.Start(backlog: 64);
        _ = AcceptAsync();
    }

    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

    /// <summary>The calls so far, <c>AKIAPROD eu-west-1 ListIdentityPools</c> for example; <c>-</c> stands where nobody signed.</summary>
    public ConcurrentQueue<string> Calls { get; } = new();

    public void Dispose() => listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The server is gone.
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var own = client;
        var stream = client.GetStream();
        var (head, body) = await ReadAsync(stream);
        var signature = Signature().Match(head);
        var key = signature.Success ? signature.Groups[1].Value : "-";
        var operation = (Target().Match(head) is { Success: true } target ? target : Action().Match(body)).Groups[1].Value;
        Calls.Enqueue($"{key} {(signature.Success ? signature.Groups[2].Value : "-")} {operation}");
        var (status, answer) = Answer(operation, key, body);
        var type = answer[0] == '<' ? "text/xml" : "application/x-amz-json-1.1";
        await stream.WriteAsync(
            Encoding.UTF8.GetBytes($"HTTP/1.1 {status} -\r\nContent-Type: {type}\r\nConnection: close\r\nContent-Length: {answer.Length}\r\n\r\n{answer}")
        );
    }

    private static async Task<(string Head, string Body)> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[65536];
        var length = 0;
        while (true)
        {
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && length >= end + 4 + int.Parse(Length().Match(text).Groups[1].Value, CultureInfo.InvariantCulture))
            {
                return (text[..end], text[(end + 4)..]);
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                return (text, "");
            }

            length += read;
        }
    }

    private static (int Status, string Answer) Answer(string operation, string key, string body)
    {
        var account = AccountOf(key);
        return operation switch
        {
            "GetCallerIdentity" => (
                200,
                "<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><GetCallerIdentityResult>"
                    + $"<Arn>arn:aws:iam::{account}:user/{(key == "AKIAPRODANEW" ? "new" : "ci")}</Arn><UserId>AIDAEXAMPLE</UserId><Account>{account}</Account>"
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
    }

    private static string AccountOf(string key) =>
        key switch
        {
            "AKIAPROD" or "AKIAPRODANEW" => Prod,
            "AKIADEV" => Dev,
            _ => Other,
        };

    [GeneratedRegex("Credential=([^/]+)/[0-9]+/([^/]+)/")]
    private static partial Regex Signature();

    [GeneratedRegex("\r\nX-Amz-Target: [^.\r]*\\.([A-Za-z]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Target();

    [GeneratedRegex("\r\nContent-Length: ([0-9]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Length();

    [GeneratedRegex("Action=([A-Za-z]+)")]
    private static partial Regex Action();

    [GeneratedRegex("[a-z0-9-]+:[0-9a-f-]{36}")]
    private static partial Regex Id();
}
