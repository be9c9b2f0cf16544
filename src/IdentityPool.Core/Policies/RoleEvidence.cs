using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>
/// What was seen of a role beside what a definition says of it: the trust policy and the policies as they stood in a template or in IAM. It is looked at
/// for risks and is no part of the definition, so it never makes two definitions differ.
/// </summary>
internal sealed class RoleEvidence : IEquatable<RoleEvidence>
{
    public static readonly RoleEvidence None = new();

    /// <summary>The trust policy; null when it was not seen.</summary>
    public TemplateNode? Trust { get; init; }

    /// <summary>Every policy document that was seen.</summary>
    public IReadOnlyList<RoleDocument> Policies { get; init; } = [];

    /// <summary>The managed policies of a role that the definition only names.</summary>
    public IReadOnlyList<TemplateValue> ManagedPolicyArns { get; init; } = [];

    public bool Equals(RoleEvidence? other) => other is not null;

    public override bool Equals(object? obj) => obj is RoleEvidence;

    public override int GetHashCode() => 0;
}
