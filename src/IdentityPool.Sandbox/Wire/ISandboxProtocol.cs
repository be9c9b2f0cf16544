using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Wire;

/// <summary>How requests and answers of a service are written.</summary>
internal interface ISandboxProtocol
{
    /// <summary>The code that the service has for input that breaks a constraint of its model.</summary>
    string ValidationCode { get; }

    /// <summary>How a fault that is not the service's own looks in it.</summary>
    ProtocolErrors Errors { get; }

    /// <summary>The operation that a request names; null when it names none.</summary>
    string? OperationOf(WireRequest request);

    /// <summary>The input of an operation.</summary>
    /// <exception cref="SandboxServiceException">The body is malformed.</exception>
    JsonObject ReadInput(Operation operation, WireRequest request);

    /// <summary>A success.</summary>
    WireAnswer Success(Operation operation, JsonObject? output, string requestId);

    /// <summary>An error.</summary>
    WireAnswer Error(SandboxServiceException error, string requestId);
}
