using System.Text;

namespace AwsServiceClients.Protocol;

/// <summary>An answer that no protocol could read, in words.</summary>
internal static class AnswerText
{
    private const int Shown = 200;

    public static string Describe(byte[] body)
    {
        var text = Encoding.UTF8.GetString(body).Trim();
        return text.Length == 0 ? "it is empty"
            : IsHtml(text) ? $"it is an HTML page, probably of a proxy or gateway between here and the service: {Start(text)}"
            // What may be half of an answer of the service may hold credentials.
            : text[0] is '{' or '<' ? $"it is cut off or not what the service answers with ({body.Length} bytes)"
            : $"it is not from the service: {Start(text)}";
    }

    private static bool IsHtml(string text) =>
        text.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || text.StartsWith("<html", StringComparison.OrdinalIgnoreCase);

    private static string Start(string text) => text.Length <= Shown ? text : $"{text[..Shown]}...";
}
