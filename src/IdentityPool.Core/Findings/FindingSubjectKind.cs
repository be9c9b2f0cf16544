namespace IdentityPools.Findings;

/// <summary>What part of a pool a finding is about.</summary>
internal enum FindingSubjectKind
{
    /// <summary>The pool itself.</summary>
    Pool,

    /// <summary>One of its providers.</summary>
    Provider,

    /// <summary>A role mapping.</summary>
    Mapping,

    /// <summary>A rule of a mapping.</summary>
    Rule,

    /// <summary>A role.</summary>
    Role,

    /// <summary>Attributes for access control of a provider.</summary>
    PrincipalTags,
}
