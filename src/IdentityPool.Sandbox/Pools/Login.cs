using IdentityPools.Simulation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>A token that was found good.</summary>
/// <param name="Link">Whose token it is.</param>
/// <param name="MappingKey">The provider as role mappings name it; null for a developer's own.</param>
/// <param name="TagProvider">The provider as principal tags name it.</param>
/// <param name="Claims">What the token says.</param>
internal sealed record Login(IdentityLink Link, string? MappingKey, string TagProvider, TokenClaims Claims)
{
    public bool IsSaml => TagProvider.Contains(":saml-provider/", StringComparison.Ordinal);

    /// <summary>How the bearer logged in, as <c>amr</c> has it. The pool's own token says it itself.</summary>
    public IReadOnlyList<string> Methods =>
        MappingKey is null && Claims["amr"] is { } methods ? methods.Items : ["authenticated", Link.Provider, $"{MappingKey ?? Link.Provider}:{Link.Subject}"];
}
