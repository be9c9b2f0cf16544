using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Simulation;
using IdentityPools.Validation;

namespace IdentityPools.Sandbox.Pools;

/// <summary>Tokens. Signatures are neither made nor checked: the sandbox has no keys.</summary>
internal static class JsonWebToken
{
    private const string Header = """{"alg":"RS512","typ":"JWS","kid":"sandbox"}""";
    private const int SignatureLength = 64;

    /// <summary>The payload of a token; null when the text is not valid.</summary>
    public static JsonObject? Read(string token)
    {
        try
        {
            return Simulation.JsonWebToken.Read(token);
        }
        catch (DefinitionException)
        {
            return null;
        }
    }

    public static string Write(JsonObject payload) =>
        $"{Base64Url.Encode(Encoding.UTF8.GetBytes(Header))}.{Base64Url.Encode(JsonSerializer.SerializeToUtf8Bytes(payload))}.{Base64Url.Encode(RandomNumberGenerator.GetBytes(SignatureLength))}";
}
