using System.Text.Encodings.Web;
using System.Text.Json;

namespace IdentityPools.Views;

/// <summary>A policy document, or a part of one, as people read it: over several lines.</summary>
internal static class DocumentLines
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The lines; null for text that is no document.</summary>
    public static string[]? Find(string text)
    {
        if (!text.StartsWith('{'))
        {
            return null;
        }

        try
        {
            using var document = JsonDocument.Parse(text);
            return JsonSerializer.Serialize(document.RootElement, Readable).Split(Environment.NewLine);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
