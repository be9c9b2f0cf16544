namespace IdentityPools.Ports;

/// <summary>Sorts of faults of a service.</summary>
public enum ServiceFaultKind
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
