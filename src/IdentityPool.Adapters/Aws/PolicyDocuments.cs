using IdentityPools.Template;
using IdentityPools.Values;

namespace IdentityPools.Aws;

/// <summary>Policy documents as IAM sends them: JSON, written as part of a URL.</summary>
internal static class PolicyDocuments
{
    private static readonly JsonTemplateText Json = new();

    public static TemplateNode Read(string? text)
    {
        var json = Uri.UnescapeDataString(text ?? "");
        try
        {
            return json.Length == 0 ? new TemplateMapping() : Json.Read(json);
        }
        catch (TemplateTextException)
        {
            // Not what IAM ever takes; shown as it is, it differs from every policy.
            return json;
        }
    }
}
