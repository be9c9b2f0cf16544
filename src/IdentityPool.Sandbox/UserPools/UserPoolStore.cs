using System.Security.Cryptography;

namespace IdentityPools.Sandbox.UserPools;

/// <summary>The user pools of an account.</summary>
internal sealed class UserPoolStore
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private const string LowerLetters = "abcdefghijklmnopqrstuvwxyz0123456789";
    private const int SuffixLength = 9;

    private readonly Dictionary<string, PagedStore<SandboxUserPool>> regions = new(StringComparer.Ordinal);

    public PagedStore<SandboxUserPool> In(string region)
    {
        if (!regions.TryGetValue(region, out var pools))
        {
            regions[region] = pools = new($"{region}/userpools");
        }

        return pools;
    }

    /// <summary>The user pool whose tokens a provider name stands for: <c>cognito-idp.region.suffix/id</c>.</summary>
    public SandboxUserPool? OfProvider(string providerName)
    {
        var id = IdOf(providerName);
        return IsProvider(providerName) ? In(RegionOf(id)!).Find(id) : null;
    }

    /// <summary>Whether a name can be one of a user pool, of this account or another.</summary>
    public static bool IsProvider(string providerName) =>
        IdOf(providerName) is var id && RegionOf(id) is not null && providerName == UserPool.ProviderNameOf(id);

    private static string IdOf(string providerName) => providerName[(providerName.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The region in an id; null when it is not an id.</summary>
    public static string? RegionOf(string id) =>
        id.Split('_') is [var region, { Length: SuffixLength } suffix] && AwsRegion.IsWellFormed(region) && suffix.All(char.IsAsciiLetterOrDigit)
            ? region
            : null;

    public static string NewId(string region) => $"{region}_{RandomNumberGenerator.GetString(Letters, SuffixLength)}";

    public static string NewClientId() => RandomNumberGenerator.GetString(LowerLetters, 26);

    public static string NewClientSecret() => RandomNumberGenerator.GetString(LowerLetters, 51);
}
