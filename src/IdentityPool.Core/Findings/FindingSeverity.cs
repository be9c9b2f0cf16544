namespace IdentityPools;

/// <summary>How much a finding matters.</summary>
public enum FindingSeverity
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>A risk to be weighed, or something that will surprise.</summary>
    Warning,

    /// <summary>Somebody gets what he should not, or nobody gets what he should.</summary>
    Error,
}
