using IdentityPools.Planning;
using IdentityPools.Template;

namespace IdentityPools.Policies;

/// <summary>
/// What was seen of a role beside what a definition says of it: the trust policy and the policies as they stood in a template or in IAM. It is looked at
/// for risks and is no part of the definition, so it never makes two definitions differ.
/// </summary>
internal sealed record RoleEvidence
{
    public static readonly RoleEvidence None = new();

    /// <summary>The trust policy; null when it was not seen.</summary>
    public TemplateNode? Trust { get; init; }

    /// <summary>Every policy document that was seen.</summary>
    public IReadOnlyList<RoleDocument> Policies { get; init; } = [];

    /// <summary>The managed policies of a role that the definition only names.</summary>
    public IReadOnlyList<TemplateValue> ManagedPolicyArns { get; init; } = [];

    /// <summary>The documents of a role as IAM has them, without those of managed policies.</summary>
    public static RoleEvidence Of(RoleState role) =>
        new() { Trust = role.Trust, Policies = [.. role.InlinePolicies.Select(policy => new RoleDocument(policy.Key, policy.Value))] };

    public bool Equals(RoleEvidence? other) => other is not null;

    public override int GetHashCode() => 0;
}
