using System.Globalization;

namespace IdentityPools.Sandbox.Faults;

/// <summary>The faults that a service answers, each in the words of the service.</summary>
internal static class FaultErrors
{
    /// <summary>The error of a fault; null when it is one of the connection and not of the service.</summary>
    public static SandboxServiceException? Create(
        SandboxFaultKind kind,
        SandboxService service,
        string operation,
        SandboxAccount account,
        SandboxContext context
    )
    {
        var errors = service.Protocol.Errors;
        return kind switch
        {
            SandboxFaultKind.AccessDenied => AccessDenied(service, operation, account, context),
            SandboxFaultKind.ExpiredToken => new(errors.ExpiredToken, "The security token included in the request is expired", errors.Status),
            SandboxFaultKind.InvalidCredentials => new(errors.InvalidCredentials, "The security token included in the request is invalid.", errors.Status),
            SandboxFaultKind.ClockSkew => new(errors.ClockSkew, Skew(context.Time), errors.Status),
            SandboxFaultKind.ServiceUnavailable => new("ServiceUnavailable", "Service is unable to handle request.", 503),
            _ => service.Model.TargetPrefix is null ? OfQuery(kind, service) : OfJson(kind),
        };
    }

    public static SandboxServiceException AccessDenied(SandboxService service, string operation, SandboxAccount account, SandboxContext context)
    {
        var errors = service.Protocol.Errors;
        var action = $"{service.Name}:{operation}";
        var user = $"arn:{context.Partition.Name}:iam::{account.AccountId}:user/sandbox";
        var message = $"User: {user} is not authorized to perform: {action} on resource: * because no identity-based policy allows the {action} action";
        return new(errors.AccessDenied, message, errors.Status);
    }

    private static SandboxServiceException? OfJson(SandboxFaultKind kind) =>
        kind switch
        {
            SandboxFaultKind.Throttling => new("TooManyRequestsException", "Too many requests"),
            SandboxFaultKind.InternalError => new("InternalErrorException", "Internal error", 500),
            SandboxFaultKind.ConcurrentModification => new("ConcurrentModificationException", "Another change of the resource is running."),
            SandboxFaultKind.LimitExceeded => new("LimitExceededException", "A quota of the account is used up."),
            _ => null,
        };

    private static SandboxServiceException? OfQuery(SandboxFaultKind kind, SandboxService service) =>
        kind switch
        {
            SandboxFaultKind.Throttling => new("Throttling", "Rate exceeded"),
            SandboxFaultKind.InternalError => new(service.Name == "iam" ? "ServiceFailure" : "InternalFailure", "Internal error", 500),
            SandboxFaultKind.ConcurrentModification => new("ConcurrentModification", "Another change of the resource is running.", 409),
            SandboxFaultKind.LimitExceeded => new("LimitExceeded", "A quota of the account is used up.", 409),
            _ => null,
        };

    private static string Skew(DateTimeOffset now)
    {
        var (signed, earliest) = (Stamp(now.AddMinutes(-30)), Stamp(now.AddMinutes(-5)));
        return $"Signature expired: {signed} is now earlier than {earliest} ({Stamp(now)} - 5 min.)";
    }

    private static string Stamp(DateTimeOffset time) => time.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);
}
