using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace AwsServiceClients.Protocol;

/// <summary>AWS Query: a form goes out and XML comes back.</summary>
internal sealed class QueryProtocol : ServiceProtocol
{
    /// <summary>As many levels as answers in JSON may have.</summary>
    private const int MaximumDepth = 64;

    /// <summary>A thousand roles have some thirty thousand.</summary>
    private const int MaximumNodes = 500_000;

    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    private readonly string serviceName;
    private readonly string version;

    public QueryProtocol(ErrorFactory errors, string serviceName, string version)
        : base(errors)
    {
        this.serviceName = serviceName;
        this.version = version;
    }

    public override IRequest Write(string operation, StructureShape shape, AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, serviceName) { HttpMethod = "POST", ResourcePath = "/" };
        request.Parameters["Action"] = operation;
        request.Parameters["Version"] = version;
        QueryValues.Write(request.Parameters, input, shape);
        return request;
    }

    public override void Read(string operation, StructureShape shape, byte[] body, AmazonWebServiceResponse response)
    {
        var root = Parse(body);
        if (root.Name.LocalName != $"{operation}Response")
        {
            throw new FormatException($"The answer is a {root.Name.LocalName} and not a {operation}Response.");
        }

        if (Child(root, $"{operation}Result") is { } result)
        {
            XmlValues.Fill(response, shape, result);
        }

        if (Child(root, "ResponseMetadata") is { } metadata && Child(metadata, "RequestId") is { } requestId)
        {
            response.ResponseMetadata.RequestId = requestId.Value;
        }
    }

    public override ErrorAnswer ReadError(byte[] body, IWebResponseData headers)
    {
        var root = Parse(body);
        var error = Child(root, "Error");
        var code = error is null ? null : Child(error, "Code")?.Value;
        return string.IsNullOrEmpty(code)
            ? throw new FormatException("The error answer has no code.")
            : new(code, Child(error!, "Message")?.Value, TypeOf(Child(error!, "Type")?.Value), Child(root, "RequestId")?.Value);
    }

    private static ErrorType TypeOf(string? text) =>
        text switch
        {
            "Sender" => ErrorType.Sender,
            "Receiver" => ErrorType.Receiver,
            _ => ErrorType.Unknown,
        };

    private static XElement Parse(byte[] body)
    {
        try
        {
            RequireModest(body);
            using var reader = XmlReader.Create(new MemoryStream(body), Settings);
            return XElement.Load(reader);
        }
        catch (XmlException exception)
        {
            throw new FormatException(exception.Message, exception);
        }
    }

    /// <summary>A tree takes many times the memory of its text, and more still if it is all branches.</summary>
    private static void RequireModest(byte[] body)
    {
        using var reader = XmlReader.Create(new MemoryStream(body), Settings);
        var nodes = 0;
        while (reader.Read())
        {
            nodes += 1 + reader.AttributeCount;
            if (reader.Depth > MaximumDepth || nodes > MaximumNodes)
            {
                throw new FormatException("It is nested more deeply, or has more parts, than any answer.");
            }
        }
    }

    private static XElement? Child(XElement element, string name) => element.Elements().FirstOrDefault(child => child.Name.LocalName == name);
}
