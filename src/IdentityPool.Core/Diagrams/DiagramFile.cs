namespace IdentityPools.Diagrams;

/// <summary>The fixed parts of pages and images, which are files beside the code.</summary>
internal static class DiagramFile
{
    public static string Read(string name)
    {
        using var reader = new StreamReader(typeof(DiagramFile).Assembly.GetManifestResourceStream($"IdentityPools.Diagrams.{name}")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
