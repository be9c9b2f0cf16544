using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Tokens. Signatures are neither made nor checked: the sandbox has no keys.</summary>
internal static class JsonWebToken
{
    private const string Header = """{"alg":"RS512","typ":"JWS","kid":"sandbox"}""";
    private const int SignatureLength = 64;

    /// <summary>The payload of a token; null when the text is none.</summary>
    public static JsonObject? Read(string token)
    {
        try
        {
            return token.Split('.') is [_, var payload, _] ? JsonNode.Parse(Decode(payload)) as JsonObject : null;
        }
        catch (Exception exception) when (exception is JsonException or FormatException)
        {
            return null;
        }
    }

    public static string Write(JsonObject payload) =>
        $"{Encode(Encoding.UTF8.GetBytes(Header))}.{Encode(JsonSerializer.SerializeToUtf8Bytes(payload))}.{Encode(RandomNumberGenerator.GetBytes(SignatureLength))}";

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));
}
