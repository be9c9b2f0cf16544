using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Simulation;

namespace IdentityPools.UnitTests.Diagrams;

/// <summary>How single characters are treated here, for the page to be compared with: where the two platforms could differ.</summary>
internal static class LetterTable
{
    public static readonly string Letters = string.Concat(
        Enumerable
            .Range(0, 0x800)
            // Scripts that Unicode still adds letters to are left out: platforms differ by the version that they know.
            .Concat(Enumerable.Range(0x1e00, 0x270))
            .Concat([0x2028, 0x2029, 0x2126, 0x212a, 0x2c62, 0x3000, 0xa64b, 0xe000, 0xfb00, 0xfeff, 0xff41, 0xfffd])
            .Select(code => (char)code)
    );

    public static readonly IReadOnlyList<string> Texts = ["\"\\/\b\f\n\r\t<>&'+`", "\U0001f600\U00010428", Letters];

    public static void Write(string folder)
    {
        var table = new JsonObject
        {
            ["letters"] = Letters,
            ["folded"] = new JsonArray([.. Letters.Select(letter => (JsonNode)(int)Folded(letter))]),
            ["trimmed"] = new JsonArray([.. Letters.Select(letter => (JsonNode)char.IsWhiteSpace(letter))]),
            ["texts"] = new JsonArray([.. Texts.Select(text => (JsonNode)text)]),
            ["written"] = new JsonArray([.. Texts.Select(text => (JsonNode)Written(text))]),
        };
        File.WriteAllText(Path.Combine(folder, "letters.json"), table.ToJsonString(new JsonSerializerOptions { Encoder = JavaScriptEncoder.Default }));
    }

    /// <summary>The first letter that an ordinal comparison takes for the same.</summary>
    public static char Folded(char letter)
    {
        Span<char> one = [letter];
        return Letters[Letters.AsSpan().IndexOf(one, StringComparison.OrdinalIgnoreCase)];
    }

    /// <summary>The text as JSON that a claim of it holds.</summary>
    public static string Written(string text) => ClaimValue.From(new JsonObject { ["k"] = text })!.Text;
}
