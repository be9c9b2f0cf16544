namespace IdentityPools.Aws;

/// <summary>What an answer may take.</summary>
/// <param name="Length">How many bytes its body may have. IAM's longest pages, a thousand roles with their trust policies, have a few million.</param>
/// <param name="Time">How long it may take from the request to the last byte. The services answer within seconds.</param>
internal sealed record WireBounds(int Length, TimeSpan Time)
{
    public static readonly WireBounds Default = new(16 * 1024 * 1024, TimeSpan.FromSeconds(60));
}
