using System.Net;
using System.Text;

namespace IdentityPools.UnitTests.Clients;

/// <summary>What the wire answers.</summary>
internal sealed record CannedAnswer(string Body, HttpStatusCode Status = HttpStatusCode.OK, string ContentType = "application/x-amz-json-1.1")
{
    public string? ErrorType { get; init; }

    /// <summary>Whether the connection ends before the answer does.</summary>
    public bool BreaksOff { get; init; }

    public static CannedAnswer JsonError(string code, string message = "why", HttpStatusCode status = HttpStatusCode.BadRequest) =>
        new($$"""{"__type":"{{code}}","message":"{{message}}"}""", status);

    public static CannedAnswer Xml(string body, HttpStatusCode status = HttpStatusCode.OK) => new(body, status, "text/xml");

    public static CannedAnswer XmlError(string code, HttpStatusCode status = HttpStatusCode.BadRequest) =>
        Xml(
            $"""
            <ErrorResponse xmlns="https://iam.amazonaws.com/doc/2010-05-08/"><Error><Type>Sender</Type><Code>{code}</Code><Message>why</Message></Error>
            <RequestId>id-in-body</RequestId></ErrorResponse>
            """,
            status
        );

    public HttpResponseMessage ToMessage()
    {
        var content = new StreamContent(BreaksOff ? new BrokenStream(Body) : new MemoryStream(Encoding.UTF8.GetBytes(Body)));
        content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
        var message = new HttpResponseMessage(Status) { Content = content };
        if (ContentType != "text/xml")
        {
            message.Headers.Add("x-amzn-RequestId", "id-in-header");
        }

        if (ErrorType is not null)
        {
            message.Headers.Add("x-amzn-ErrorType", ErrorType);
        }

        return message;
    }
}
