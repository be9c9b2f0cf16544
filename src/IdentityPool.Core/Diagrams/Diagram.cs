using IdentityPools.Validation;

namespace IdentityPools.Diagrams;

/// <summary>Pictures of pools as text.</summary>
internal static class Diagram
{
    /// <summary>The picture of a pool.</summary>
    /// <exception cref="DefinitionException">The pool is not wholly known.</exception>
    public static string Render(IdentityPool pool, IReadOnlyList<IdentityPoolFinding> findings, DiagramFormat format)
    {
        pool.CheckIsWhole();
        var picture = new PoolPicture(pool, findings);
        return format switch
        {
            DiagramFormat.Svg => SvgDiagram.Document(picture),
            DiagramFormat.Html => HtmlPage.Render(picture),
            _ => MermaidDiagram.Render(picture),
        };
    }
}

/// <summary>The fixed parts of pages and images, which are files beside the code.</summary>
internal static class DiagramFile
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(DiagramFile).Assembly.GetManifestResourceStream($"IdentityPools.Diagrams.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
