using System.Text.Json;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsServiceClients.Protocol;

/// <summary>AWS JSON 1.1.</summary>
internal sealed class JsonProtocol : ServiceProtocol
{
    private readonly string serviceName;
    private readonly string target;
    private readonly string version;

    public JsonProtocol(ErrorFactory errors, string serviceName, string target, string version)
        : base(errors)
    {
        this.serviceName = serviceName;
        this.target = target;
        this.version = version;
    }

    public override IRequest Write(string operation, StructureShape shape, AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, serviceName)
        {
            HttpMethod = "POST",
            ResourcePath = "/",
            Content = JsonValues.Write(input, shape),
        };
        request.Headers["X-Amz-Target"] = $"{target}.{operation}";
        request.Headers["Content-Type"] = "application/x-amz-json-1.1";
        request.Headers["X-Amz-Api-Version"] = version;
        return request;
    }

    public override void Read(string operation, StructureShape shape, byte[] body, AmazonWebServiceResponse response)
    {
        if (body.Length == 0 && shape.Members.Count == 0)
        {
            return;
        }

        Parse(body, root => JsonValues.Fill(response, shape, root));
    }

    public override ErrorAnswer ReadError(byte[] body, IWebResponseData headers)
    {
        var type = headers.IsHeaderPresent("x-amzn-ErrorType") ? headers.GetHeaderValue("x-amzn-ErrorType") : null;
        if (body.Length == 0 && !string.IsNullOrEmpty(type))
        {
            return new(CodeOf(type), null);
        }

        string? code = null;
        string? message = null;
        Parse(
            body,
            root =>
            {
                code = Text(root, "__type") ?? type ?? Text(root, "code");
                message = Text(root, "message") ?? Text(root, "Message");
            }
        );
        return string.IsNullOrEmpty(code) ? throw new FormatException("The error answer has no code.") : new(CodeOf(code), message);
    }

    private static void Parse(byte[] body, Action<JsonElement> read)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            read(document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement : throw new FormatException("It is no JSON object."));
        }
        catch (JsonException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
        catch (InvalidOperationException exception)
        {
            throw new FormatException("A text holds half a character.", exception);
        }
    }

    // A namespace may stand before the name, and an address after it.
    private static string CodeOf(string type) => type[(type.LastIndexOf('#') + 1)..].Split(':')[0];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
