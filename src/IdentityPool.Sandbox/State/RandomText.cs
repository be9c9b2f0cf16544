using System.Security.Cryptography;

namespace IdentityPools.Sandbox;

/// <summary>Ids and secrets of the form in which AWS makes them.</summary>
internal static class RandomText
{
    private const string IdCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const string SecretCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    /// <summary>The id of a new resource; its prefix says of what kind.</summary>
    public static string Id(string prefix) => prefix + RandomNumberGenerator.GetString(IdCharacters, 17);

    /// <summary>The id of the access key of a session.</summary>
    public static string AccessKeyId() => "ASIA" + RandomNumberGenerator.GetString(IdCharacters, 16);

    public static string Secret(int length) => RandomNumberGenerator.GetString(SecretCharacters, length);
}
