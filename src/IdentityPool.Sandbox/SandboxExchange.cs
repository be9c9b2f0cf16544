using System.Text.Json.Nodes;
using IdentityPools.Policies;
using IdentityPools.Sandbox.Faults;
using IdentityPools.Sandbox.Wire;

namespace IdentityPools.Sandbox;

/// <summary>One request to one service and its answer.</summary>
/// <param name="account">The account.</param>
/// <param name="service">The service.</param>
/// <param name="request">The request.</param>
/// <param name="context">What the service gets to know of it.</param>
/// <param name="requestId">The id of the request.</param>
internal sealed class SandboxExchange(SandboxAccount account, SandboxService service, WireRequest request, SandboxContext context, string requestId)
{
    /// <summary>What services call the number of items that a caller takes at once.</summary>
    private static readonly string[] PageSizes = ["MaxResults", "MaxItems", "Limit"];

    private readonly string name = service.Protocol.OperationOf(request) ?? string.Empty;

    private Operation? Operation => service.Model.Operation(name);

    /// <summary>Executes the request, unless a fault comes between.</summary>
    /// <exception cref="HttpRequestException">The connection breaks.</exception>
    /// <exception cref="TaskCanceledException">No answer comes.</exception>
    public WireAnswer Run()
    {
        var kind = account.Faults.Next(name);
        if (kind is not { } fault)
        {
            return Execute();
        }

        if (FaultErrors.Create(fault, service, name, account, context) is { } error)
        {
            return Refuse(error);
        }

        switch (fault)
        {
            case SandboxFaultKind.TimeOut:
                Log(0, nameof(SandboxFaultKind.TimeOut));
                throw ConnectionFaults.TimeOut();
            case SandboxFaultKind.ConnectionReset:
                Log(0, nameof(SandboxFaultKind.ConnectionReset));
                throw ConnectionFaults.Reset();
            case SandboxFaultKind.HtmlAnswer:
                Log(ConnectionFaults.BadGateway.Status, nameof(SandboxFaultKind.HtmlAnswer));
                return ConnectionFaults.BadGateway;
            default:
                return ConnectionFaults.After(fault, Execute());
        }
    }

    private WireAnswer Execute()
    {
        try
        {
            var operation = Operation ?? throw UnknownOperation();
            var output = Invoke(operation, Read(operation));
            Log(200, null);
            return service.Protocol.Success(operation, output, requestId);
        }
        catch (SandboxServiceException error)
        {
            return Refuse(error);
        }
        catch (MalformedPolicyException error)
        {
            return Refuse(new("MalformedPolicyDocument", error.Message, 400));
        }
    }

    private JsonObject Read(Operation operation)
    {
        if (request.Signature is null && !operation.IsUnsigned)
        {
            throw new SandboxServiceException(service.Protocol.Errors.MissingToken, "Missing Authentication Token", service.Protocol.Errors.Status);
        }

        if (account.IsDenied($"{service.Name}:{name}"))
        {
            throw FaultErrors.AccessDenied(service, name, account, context);
        }

        var input = service.Protocol.ReadInput(operation, request);
        return InputValidator.Check(operation.Input, input) is { } fault
            ? throw new SandboxServiceException(service.Protocol.ValidationCode, fault)
            : Narrowed(operation, input);
    }

    /// <summary>A service may give less than a caller takes, and does so as it likes.</summary>
    private JsonObject Narrowed(Operation operation, JsonObject input)
    {
        if (account.PageSize is { } most && operation.Input is { } shape && PageSizes.FirstOrDefault(shape.Members.ContainsKey) is { } member)
        {
            input[member] = Math.Min((int?)input[member] ?? most, most);
        }

        return input;
    }

    private JsonObject? Invoke(Operation operation, JsonObject input)
    {
        lock (account.Gate)
        {
            return service.Invoke(operation.Name, input, context);
        }
    }

    private SandboxServiceException UnknownOperation() =>
        name.Length == 0
            ? new(service.Protocol.Errors.MissingOperation, "The request names no operation.")
            : new(service.Protocol.Errors.UnknownOperation, $"Could not find operation {name} for version {service.Model.ApiVersion}");

    private WireAnswer Refuse(SandboxServiceException error)
    {
        Log(error.Status, error.Code);
        return service.Protocol.Error(error, requestId);
    }

    private void Log(int status, string? code) =>
        account.Log(new(service.Name, name, context.Region, Operation?.IsMutating ?? false, status, code, requestId, account.Clock.GetUtcNow()));
}
