namespace IdentityPools.Ports;

/// <summary>A call of AWS that has ended.</summary>
/// <param name="Operation">The service and operation, <c>iam:CreateRole</c> for example.</param>
/// <param name="Target">What it was about: an id, a name.</param>
/// <param name="Duration">How long it took, retries included.</param>
/// <param name="Error">AWS's error code when it failed.</param>
internal sealed record ApiCall(string Operation, string Target, TimeSpan Duration, string? Error);
