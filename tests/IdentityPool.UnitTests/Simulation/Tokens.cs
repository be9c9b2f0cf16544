using System.Text;
using IdentityPools.Simulation;

namespace IdentityPools.UnitTests.Simulation;

/// <summary>JSON web tokens with claims of one's choice.</summary>
internal static class Tokens
{
    public static TimeProvider Clock { get; } = new FixedClock();

    public static string Of(string claims) => $"e30.{Base64Url.Encode(Encoding.UTF8.GetBytes(claims))}.c2ln";

    /// <summary>It is always the first day of 2030.</summary>
    private sealed class FixedClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
