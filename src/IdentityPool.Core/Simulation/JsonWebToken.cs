using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using IdentityPools.Validation;
using IdentityPools.Values;

namespace IdentityPools.Simulation;

/// <summary>Reads JSON web tokens. Signatures are not verified, and a token never stands in an error.</summary>
/// <remarks>RFC 7519</remarks>
internal static class JsonWebToken
{
    private const string Target = "Token";

    /// <summary>The claims of a token.</summary>
    /// <exception cref="DefinitionException">The text is not a token.</exception>
    public static JsonObject Read(string token)
    {
        var text = token.Trim();
        if (text.Length > Limits.LoginTokenLength)
        {
            throw DefinitionErrors.Create(nameof(Messages.TokenTooLarge), Target, text.Length, Limits.LoginTokenLength);
        }

        var parts = text.Split('.');
        return parts.Length == 3 ? Payload(parts[1]) : throw DefinitionErrors.Create(nameof(Messages.TokenParts), Target, parts.Length);
    }

    private static JsonObject Payload(string part)
    {
        try
        {
            var payload = JsonNode.Parse(Encoding.UTF8.GetString(Base64Url.Decode(part))) as JsonObject;
            // Text is read when it is asked for; what is not text should be known here.
            _ = payload is null ? null : TokenClaims.FromJson(payload);
            return payload is { Count: > 0 } ? payload : throw DefinitionErrors.Create(nameof(Messages.TokenWithoutClaims), Target);
        }
        catch (FormatException exception)
        {
            throw new DefinitionException(nameof(Messages.TokenNotBase64), Messages.TokenNotBase64, Target, exception);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException)
        {
            // Which part of the text it was belongs to the token, and so not into an error.
            throw DefinitionErrors.Create(nameof(Messages.TokenNotJson), Target);
        }
    }
}

/// <summary>The Base64 of tokens: without padding, and with characters that a URL takes.</summary>
/// <remarks>RFC 4648, section 5</remarks>
internal static class Base64Url
{
    /// <exception cref="FormatException">The text is not valid.</exception>
    public static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
