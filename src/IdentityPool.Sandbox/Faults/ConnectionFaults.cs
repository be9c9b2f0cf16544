using System.Net.Sockets;
using System.Text;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox.Faults;

/// <summary>The faults that happen between a service and its caller, as HttpClient reports them.</summary>
internal static class ConnectionFaults
{
    public static readonly WireAnswer BadGateway = new(
        502,
        "text/html",
        Encoding.UTF8.GetBytes("<html><head><title>502 Bad Gateway</title></head><body><h1>Bad Gateway</h1></body></html>")
    );

    public static TaskCanceledException TimeOut() =>
        new("The request was canceled because no answer came in time.", new TimeoutException("A task was canceled."));

    public static HttpRequestException Reset() =>
        new(
            HttpRequestError.ConnectionError,
            "The connection was reset.",
            new IOException("Unable to read data from the transport connection.", new SocketException((int)SocketError.ConnectionReset))
        );

    /// <summary>What becomes of the answer of a call that was executed.</summary>
    public static WireAnswer After(SandboxFaultKind kind, WireAnswer answer) =>
        kind switch
        {
            SandboxFaultKind.TimeOutAfter => throw TimeOut(),
            SandboxFaultKind.LostResponse => throw Reset(),
            SandboxFaultKind.EmptyAnswer => answer with { Body = [] },
            _ => answer with { Body = answer.Body[..(answer.Body.Length / 2)] },
        };
}
