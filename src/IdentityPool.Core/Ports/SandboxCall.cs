namespace IdentityPools;

/// <summary>A call that the sandbox has seen.</summary>
/// <param name="Service">The service: <c>cognito-identity</c>, <c>cognito-idp</c>, <c>iam</c> or <c>sts</c>.</param>
/// <param name="Operation">The operation; empty when the request named none.</param>
/// <param name="Region">The region that the call went to.</param>
/// <param name="Mutating">Whether the operation changes something.</param>
/// <param name="StatusCode">The HTTP status of the answer; 0 when the call was not executed because the connection broke before.</param>
/// <param name="ErrorCode">The code of the error; null when there was none.</param>
/// <param name="RequestId">The id of the request.</param>
/// <param name="Time">When the call was answered.</param>
public sealed record SandboxCall(
    string Service,
    string Operation,
    string Region,
    bool Mutating,
    int StatusCode,
    string? ErrorCode,
    string RequestId,
    DateTimeOffset Time
);
