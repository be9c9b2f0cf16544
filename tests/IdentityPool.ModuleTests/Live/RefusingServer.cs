using System.Net;
using System.Net.Sockets;
using System.Text;

namespace IdentityPools.ModuleTests.Live;

/// <summary>A server on the loopback that refuses every call.</summary>
internal sealed class RefusingServer : IDisposable
{
    private const string Json = """{"__type":"AccessDeniedException","message":"Not for you."}""";
    private const string Xml = "<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not for you.</Message></Error></ErrorResponse>";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public RefusingServer()
    {
        listener.Start(backlog: 512);
        _ = AcceptAsync();
    }

    public string Endpoint => $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";

    public void Dispose() => listener.Stop();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = RefuseAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception exception) when (exception is SocketException or ObjectDisposedException)
        {
            // The server is gone.
        }
    }

    private static async Task RefuseAsync(TcpClient client)
    {
        using var own = client;
        try
        {
            var stream = client.GetStream();
            var isJson = (await ReadAsync(stream)).Contains("X-Amz-Target", StringComparison.OrdinalIgnoreCase);
            await stream.WriteAsync(Refusal(isJson ? "application/x-amz-json-1.1" : "text/xml", isJson ? Json : Xml));
        }
        catch (IOException)
        {
            // The client is gone.
        }
    }

    /// <summary>Reads one request to its end, as who closes before is seen as a broken connection, and gives its head.</summary>
    private static async Task<string> ReadAsync(NetworkStream stream)
    {
        var buffer = new byte[65536];
        var length = 0;
        while (true)
        {
            var text = Encoding.ASCII.GetString(buffer, 0, length);
            var end = text.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (end >= 0 && length >= end + 4 + ContentLength(text[..end]))
            {
                return text[..end];
            }

            var read = await stream.ReadAsync(buffer.AsMemory(length));
            if (read == 0)
            {
                return text;
            }

            length += read;
        }
    }

    private static byte[] Refusal(string type, string body) =>
        Encoding.ASCII.GetBytes($"HTTP/1.1 400 Bad Request\r\nContent-Type: {type}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private static int ContentLength(string head)
    {
        const string Name = "\r\nContent-Length: ";
        var start = head.IndexOf(Name, StringComparison.OrdinalIgnoreCase);
        return start < 0 ? 0 : int.Parse(head[(start + Name.Length)..].Split('\r')[0], System.Globalization.CultureInfo.InvariantCulture);
    }
}
