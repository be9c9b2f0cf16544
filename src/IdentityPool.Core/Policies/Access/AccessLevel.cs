namespace IdentityPools;

/// <summary>Which of a service's usual actions are meant.</summary>
public enum AccessLevel
{
    /// <summary>Getting what is there.</summary>
    Read,

    /// <summary>Putting, changing, sending, invoking.</summary>
    Write,

    /// <summary>Both.</summary>
    ReadWrite,
}
