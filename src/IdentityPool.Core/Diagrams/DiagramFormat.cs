namespace IdentityPools;

/// <summary>What a picture of a pool is written in.</summary>
public enum DiagramFormat
{
    /// <summary>A Mermaid flowchart, which GitHub and many editors render.</summary>
    Mermaid,

    /// <summary>An SVG image.</summary>
    Svg,

    /// <summary>A page of its own, with everything about the pool and a form that tells who gets which role.</summary>
    Html,
}
