using IdentityPools.Template;

namespace IdentityPools.Aws;

/// <summary>Policy documents as IAM sends them: JSON, written as part of a URL.</summary>
internal static class PolicyDocuments
{
    private static readonly JsonTemplateText Json = new();

    public static TemplateNode Read(string? text) => string.IsNullOrEmpty(text) ? new TemplateMapping() : Json.Read(Uri.UnescapeDataString(text));
}
