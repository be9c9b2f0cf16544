namespace IdentityPools;

/// <summary>Something that goes wrong on demand.</summary>
/// <param name="Kind">What goes wrong.</param>
/// <param name="Operation">The operation that it happens to; null, or empty as PowerShell passes it, for any.</param>
/// <param name="Skip">How many matching calls are let through first.</param>
/// <param name="Count">How many matching calls fail then.</param>
public sealed record SandboxFault(SandboxFaultKind Kind, string? Operation = null, int Skip = 0, int Count = 1);

/// <summary>What goes wrong with a call to the sandbox.</summary>
public enum SandboxFaultKind
{
    /// <summary>The service asks to slow down; the call is not executed.</summary>
    Throttling,

    /// <summary>The service fails; the call is not executed.</summary>
    InternalError,

    /// <summary>The service is not there for the moment; the call is not executed.</summary>
    ServiceUnavailable,

    /// <summary>No answer comes in time, and the call is not executed.</summary>
    TimeOut,

    /// <summary>No answer comes in time, but the call is executed.</summary>
    TimeOutAfter,

    /// <summary>The connection breaks before the call is executed.</summary>
    ConnectionReset,

    /// <summary>The call is executed, then the connection breaks.</summary>
    LostResponse,

    /// <summary>The caller lacks the permission.</summary>
    AccessDenied,

    /// <summary>The caller's temporary credentials have ended.</summary>
    ExpiredToken,

    /// <summary>The service does not know the caller's credentials.</summary>
    InvalidCredentials,

    /// <summary>The caller's clock is too far from the service's.</summary>
    ClockSkew,

    /// <summary>Another change of the same thing is running.</summary>
    ConcurrentModification,

    /// <summary>A quota of the account is used up.</summary>
    LimitExceeded,

    /// <summary>A gateway answers with a page of HTML; the call is not executed.</summary>
    HtmlAnswer,

    /// <summary>The call is executed, and its answer is empty.</summary>
    EmptyAnswer,

    /// <summary>The call is executed, and its answer ends in the middle.</summary>
    TruncatedAnswer,
}
