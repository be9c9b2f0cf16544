using IdentityPools.Values;

namespace IdentityPools.Ports;

/// <summary>AWS refused or did not answer, or could not be asked.</summary>
public sealed class ServiceException : Exception
{
    internal ServiceException(string errorId, ServiceErrorKind kind, string message, object? target, Exception? inner = null)
        : base(message, ShownText.Behind(inner))
    {
        ErrorId = errorId;
        Kind = kind;
        Target = target;
    }

    /// <summary>The stable name of the fault.</summary>
    public string ErrorId { get; }

    /// <summary>What sort of fault it is.</summary>
    public ServiceErrorKind Kind { get; }

    /// <summary>What the user named.</summary>
    public object? Target { get; }

    /// <summary>AWS's error code, if AWS answered.</summary>
    public string? ErrorCode { get; init; }

    /// <summary>The id by which AWS Support finds the call, if AWS answered.</summary>
    public string? RequestId { get; init; }

    /// <summary>The operation that failed, <c>iam:CreateRole</c> for example.</summary>
    public string? Operation { get; init; }

    /// <summary>What the simulation of a refused login says, one decision for each login; empty for other faults.</summary>
    public ValueList<RoleDecision> Decisions { get; init; } = [];

    /// <summary>Whether AWS may have done what was asked although no good answer came.</summary>
    internal bool MayHaveHappened { get; init; }

    /// <summary>The same fault with what the simulation says of it.</summary>
    internal ServiceException Explained(string explanation, ValueList<RoleDecision> decisions) =>
        Copy(ErrorId, Message + Environment.NewLine + explanation, Target, InnerException, decisions);

    /// <summary>The fault of a larger piece of work that this one ended; this one stands behind it.</summary>
    internal ServiceException Ending(string errorId, string message, object? target) => Copy(errorId, message, target, this);

    private ServiceException Copy(string errorId, string message, object? target, Exception? inner, ValueList<RoleDecision>? decisions = null) =>
        new(errorId, Kind, message, target, inner)
        {
            ErrorCode = ErrorCode,
            RequestId = RequestId,
            Operation = Operation,
            MayHaveHappened = MayHaveHappened,
            Decisions = decisions ?? [],
        };
}

/// <summary>Sorts of faults of a service.</summary>
public enum ServiceErrorKind
{
    /// <summary>AWS refused the values.</summary>
    Invalid,

    /// <summary>What was named does not exist.</summary>
    NotFound,

    /// <summary>What was to be made exists, or is in use.</summary>
    Conflict,

    /// <summary>The credentials are missing, wrong or expired.</summary>
    Authentication,

    /// <summary>The credentials do not allow it.</summary>
    Denied,

    /// <summary>A quota is used up.</summary>
    Quota,

    /// <summary>AWS asked to go slower, for longer than was waited.</summary>
    Throttled,

    /// <summary>No answer, or one that makes no sense.</summary>
    Connection,

    /// <summary>AWS failed.</summary>
    Service,

    /// <summary>It could not be begun: no region, no such profile.</summary>
    Settings,
}
