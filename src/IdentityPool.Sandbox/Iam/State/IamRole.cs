using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Iam;

/// <summary>A role.</summary>
internal sealed class IamRole
{
    public required string Path { get; init; }

    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Arn { get; init; }

    public required DateTimeOffset CreateDate { get; init; }

    public required string TrustPolicy { get; set; }

    public string? Description { get; set; }

    public int MaxSessionDuration { get; set; } = Limits.DefaultSessionDuration;

    public string? PermissionsBoundary { get; set; }

    public IamTags Tags { get; } = new();

    /// <summary>The inline policies by name.</summary>
    public SortedDictionary<string, string> InlinePolicies { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The ARNs of the attached policies in the order of their names.</summary>
    public SortedSet<string> AttachedPolicies { get; } = new(StringComparer.Ordinal);
}
