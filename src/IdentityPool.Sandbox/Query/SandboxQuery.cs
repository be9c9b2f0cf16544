using System.Text;
using System.Text.Json.Nodes;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox.Query;

/// <summary>The Query protocol: a form goes in, XML comes out.</summary>
/// <param name="xmlNamespace">The namespace of the service's answers.</param>
internal sealed class SandboxQuery(string xmlNamespace) : ISandboxProtocol
{
    private const string ContentType = "text/xml";

    private readonly QueryXml xml = new(xmlNamespace);

    public string ValidationCode => "ValidationError";

    public ProtocolErrors Errors => ProtocolErrors.Query;

    public string? OperationOf(WireRequest request) => QueryForm.Parse(request.Body)["Action"];

    public JsonObject ReadInput(Operation operation, WireRequest request) => operation.Input is { } input ? QueryForm.Parse(request.Body).Read(input) : [];

    public WireAnswer Success(Operation operation, JsonObject? output, string requestId) =>
        new(200, ContentType, Encoding.UTF8.GetBytes(xml.Success(operation, output, requestId)));

    public WireAnswer Error(SandboxServiceException error, string requestId) =>
        new(error.Status, ContentType, Encoding.UTF8.GetBytes(xml.Error(error, requestId)));
}
