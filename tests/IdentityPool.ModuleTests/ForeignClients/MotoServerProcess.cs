using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace IdentityPools.ModuleTests.ForeignClients;

/// <summary>moto_server on a free port, for as long as a test needs it.</summary>
internal sealed class MotoServerProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly int port;

    private MotoServerProcess(Process process, int port)
    {
        this.process = process;
        this.port = port;
        // It tells of every request; nobody reads that, but a full pipe would stop it.
        process.OutputDataReceived += static (_, _) => { };
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Endpoint => $"http://127.0.0.1:{port}";

    public static async Task<MotoServerProcess> StartAsync(Tool moto, CancellationToken cancellation)
    {
        var port = FreePort();
        var server = new MotoServerProcess(moto.Start(["-H", "127.0.0.1", "-p", $"{port}"]), port);
        try
        {
            await server.WaitAsync(cancellation);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task WaitAsync(CancellationToken cancellation)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        while (!await IsListeningAsync(patience.Token))
        {
            if (process.HasExited)
            {
                throw new InvalidOperationException($"moto_server ended with exit code {process.ExitCode}.");
            }

            await Task.Delay(100, patience.Token);
        }
    }

    private async Task<bool> IsListeningAsync(CancellationToken cancellation)
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync(IPAddress.Loopback, port, cancellation);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
