using IdentityPools.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace IdentityPools.SandboxServer;

/// <summary>Hands requests of the server to the handler that .NET clients use, and its answers back.</summary>
internal sealed class Bridge(SandboxAccount account) : IDisposable
{
    private readonly HttpMessageInvoker invoker = new(new SandboxHandler(account));

    public void Dispose() => invoker.Dispose();

    public async Task AnswerAsync(HttpContext context)
    {
        using var request = Request(context.Request);
        try
        {
            using var response = await invoker.SendAsync(request, context.RequestAborted);
            context.Response.StatusCode = (int)response.StatusCode;
            foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            {
                context.Response.Headers[name] = values.ToArray();
            }

            var body = await response.Content.ReadAsByteArrayAsync(context.RequestAborted);
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        }
        catch (Exception exception) when (exception is HttpRequestException or OperationCanceledException)
        {
            // The faults of a connection: the client shall see one that breaks.
            context.Abort();
        }
    }

    private static HttpRequestMessage Request(HttpRequest source)
    {
        var request = new HttpRequestMessage(new(source.Method), source.GetEncodedUrl()) { Content = new StreamContent(source.Body) };
        foreach (var (name, values) in source.Headers)
        {
            if (!request.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
            {
                request.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
            }
        }

        return request;
    }
}
