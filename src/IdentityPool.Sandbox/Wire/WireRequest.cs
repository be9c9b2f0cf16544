namespace IdentityPools.Sandbox.Wire;

/// <summary>A request as it came over the wire, as far as the services look at it.</summary>
/// <param name="Host">The host that it was sent to.</param>
/// <param name="Target">The header that names the operation of a JSON service.</param>
/// <param name="Signature">The scope of the signature; null when the request has none.</param>
/// <param name="Body">The body.</param>
internal sealed record WireRequest(string Host, string? Target, SignatureScope? Signature, string Body)
{
    public static async Task<WireRequest> ReadAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is { } content ? await content.ReadAsStringAsync(cancellation).ConfigureAwait(false) : string.Empty;
        return new(request.RequestUri!.Host, Header(request, "X-Amz-Target"), SignatureScope.Parse(Header(request, "Authorization")), body);
    }

    private static string? Header(HttpRequestMessage request, string name) =>
        request.Headers.NonValidated.TryGetValues(name, out var values) ? values.ToString() : null;
}
