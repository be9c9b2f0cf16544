using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Wire;

/// <summary>AWS JSON 1.1: the operation in a header, input and output as JSON.</summary>
internal sealed class SandboxJson : ISandboxProtocol
{
    private const string ContentType = "application/x-amz-json-1.1";

    public static readonly SandboxJson Instance = new();

    public string ValidationCode => "InvalidParameterException";

    public ProtocolErrors Errors => ProtocolErrors.Json;

    public string? OperationOf(WireRequest request) => request.Target?[(request.Target.IndexOf('.', StringComparison.Ordinal) + 1)..];

    public JsonObject ReadInput(Operation operation, WireRequest request)
    {
        try
        {
            return request.Body.Length == 0 ? [] : JsonNode.Parse(request.Body) as JsonObject ?? throw Malformed();
        }
        catch (JsonException)
        {
            throw Malformed();
        }
    }

    public WireAnswer Success(Operation operation, JsonObject? output, string requestId) =>
        new(200, ContentType, output is null ? [] : JsonSerializer.SerializeToUtf8Bytes(output));

    public WireAnswer Error(SandboxServiceException error, string requestId)
    {
        var body = new JsonObject { ["__type"] = error.Code, ["message"] = error.Message };
        return new(error.Status, ContentType, JsonSerializer.SerializeToUtf8Bytes(body), error.Code + ":");
    }

    private static SandboxServiceException Malformed() => new("SerializationException", "The request body is not a JSON object.");
}
