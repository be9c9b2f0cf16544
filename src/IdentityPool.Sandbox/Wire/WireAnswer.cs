using System.Net;
using System.Net.Http.Headers;

namespace IdentityPools.Sandbox.Wire;

/// <summary>An answer as it goes over the wire.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">The type of the body.</param>
/// <param name="Body">The body.</param>
/// <param name="ErrorType">What the header for it says of an error in a JSON service.</param>
internal sealed record WireAnswer(int Status, string ContentType, byte[] Body, string? ErrorType = null)
{
    public HttpResponseMessage ToResponse(HttpRequestMessage request, string requestId, DateTimeOffset time)
    {
        var response = new HttpResponseMessage((HttpStatusCode)Status) { RequestMessage = request, Content = new ByteArrayContent(Body) };
        response.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(ContentType);
        response.Headers.Date = time;
        response.Headers.TryAddWithoutValidation("x-amzn-RequestId", requestId);
        if (ErrorType is not null)
        {
            response.Headers.TryAddWithoutValidation("x-amzn-ErrorType", ErrorType);
        }

        return response;
    }
}
