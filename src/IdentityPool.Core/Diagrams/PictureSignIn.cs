using IdentityPools.Model;

namespace IdentityPools.Diagrams;

/// <summary>One way in: as a guest, or with a provider.</summary>
internal sealed record PictureSignIn
{
    /// <summary>What kind of provider it is.</summary>
    public required string Kind { get; init; }

    /// <summary>Which one; empty where the kind says all.</summary>
    public string Detail { get; init; } = "";

    /// <summary>The provider; null for guests.</summary>
    public ProviderReference? Provider { get; init; }

    /// <summary>Whether the pool has the provider, so that somebody can come this way.</summary>
    public bool IsOpen { get; init; } = true;

    public RoleMapping? Mapping { get; init; }

    public PrincipalTagMapping? Tags { get; init; }

    /// <summary>What decides about the role, in the order in which it is looked at.</summary>
    public required IReadOnlyList<PictureRule> Rules { get; init; }

    /// <summary>What was found about provider, mapping and tags.</summary>
    public IReadOnlyList<IdentityPoolFinding> Findings { get; init; } = [];

    /// <summary>The whole on one line.</summary>
    public string Name => Detail.Length == 0 ? Kind : $"{Kind} {Detail}";
}
