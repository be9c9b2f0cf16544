using IdentityPools.Template;

namespace IdentityPools.Model;

/// <summary>A policy document of a role and where it stands.</summary>
/// <param name="Name">The name of the policy for people.</param>
/// <param name="Node">The document as it was found.</param>
/// <param name="IsCarried">Whether the definition has its statements already.</param>
internal sealed record RoleDocument(string Name, TemplateNode Node, bool IsCarried = false);
