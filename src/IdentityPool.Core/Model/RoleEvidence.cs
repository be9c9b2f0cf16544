using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>
/// What was seen of a role beside what a definition says of it: the trust policy and the policies as they stood in a template or in IAM. It is looked at
/// for risks and is not part of the definition: a role leaves it out of its equality.
/// </summary>
internal sealed record RoleEvidence
{
    public static readonly RoleEvidence None = new();

    /// <summary>The trust policy; null when it was not seen.</summary>
    public TemplateNode? Trust { get; init; }

    /// <summary>Every policy document that was seen.</summary>
    public ValueList<RoleDocument> Policies { get; init; } = [];

    /// <summary>The managed policies of a role that the definition only names, or that a condition chooses.</summary>
    public ValueList<TemplateValue> ManagedPolicyArns { get; init; } = [];

    /// <summary>Parameters of Systems Manager that hold plain text, by name, or by logical id between angle brackets.</summary>
    public ValueList<string> PlainParameters { get; init; } = [];
}

/// <summary>A policy document of a role and where it stands.</summary>
/// <param name="Name">The name of the policy for people.</param>
/// <param name="Node">The document as it was found.</param>
/// <param name="IsCarried">Whether the definition has its statements already.</param>
internal sealed record RoleDocument(string Name, TemplateNode Node, bool IsCarried = false);
