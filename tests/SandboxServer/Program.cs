using System.Net;
using IdentityPools.Sandbox;
using IdentityPools.SandboxServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Hosting;

ServerOptions options;
try
{
    options = ServerOptions.Parse(args);
}
catch (FormatException exception)
{
    await Console.Error.WriteLineAsync(exception.Message);
    return 2;
}

var account = new SandboxAccount(options.AccountId) { Latency = options.Latency };
using var bridge = new Bridge(account);
var builder = WebApplication.CreateEmptyBuilder(new());
builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, options.Port));
await using var server = builder.Build();
server.Run(bridge.AnswerAsync);
await server.StartAsync();
Console.WriteLine($"Listening on {server.Urls.Single()}");

// Whoever started the server with a pipe ends it by closing that; from a terminal and on a signal the host's own life time ends it.
if (Console.IsInputRedirected)
{
    _ = Task.Run(async () =>
    {
        while (await Console.In.ReadLineAsync() is not null) { }
        server.Lifetime.StopApplication();
    });
}

await server.WaitForShutdownAsync();
return 0;
