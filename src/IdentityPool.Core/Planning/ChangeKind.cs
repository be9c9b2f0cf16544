namespace IdentityPools;

/// <summary>What a change does.</summary>
public enum ChangeKind
{
    /// <summary>The part is missing and will be made.</summary>
    Create,

    /// <summary>The part differs and will be changed in place.</summary>
    Update,

    /// <summary>The part will be removed.</summary>
    Delete,

    /// <summary>The part is not mentioned by the definition and stays as it is.</summary>
    Keep,
}
