namespace IdentityPools;

/// <summary>How much of a pool is read.</summary>
public enum IdentityPoolDetail
{
    /// <summary>The pool with its roles, their policies, role mappings and principal tags.</summary>
    Complete,

    /// <summary>The pool alone, by one call: its name, flags, providers and tags.</summary>
    Pool,
}
