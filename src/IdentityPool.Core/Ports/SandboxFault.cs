namespace IdentityPools;

/// <summary>Something that goes wrong on demand.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Operation">The operation that it happens to; null, or empty as PowerShell passes it, for any.</param>
/// <param name="Skip">How many matching calls are let through first.</param>
/// <param name="Count">How many matching calls fail then.</param>
public sealed record SandboxFault(SandboxFaultKind Kind, string? Operation = null, int Skip = 0, int Count = 1);
