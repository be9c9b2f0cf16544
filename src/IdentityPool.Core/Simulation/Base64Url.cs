namespace IdentityPools.Simulation;

/// <summary>The Base64 of tokens: without padding, and with characters that a URL takes.</summary>
/// <remarks>RFC 4648, section 5</remarks>
internal static class Base64Url
{
    /// <exception cref="FormatException">The text is none.</exception>
    public static byte[] Decode(string text) =>
        Convert.FromBase64String(text.Replace('-', '+').Replace('_', '/') + new string('=', (4 - (text.Length % 4)) % 4));

    public static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');
}
