namespace IdentityPools;

/// <summary>What CloudFormation does with a resource that leaves its stack.</summary>
public enum DeletionPolicy
{
    /// <summary>The resource is deleted.</summary>
    Delete,

    /// <summary>The resource stays.</summary>
    Retain,
}
