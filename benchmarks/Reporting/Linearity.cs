using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>What the module took for a number of pools and for ten times as many.</summary>
internal sealed record Linearity(Series Base, Series TenTimes)
{
    public const int BaseCount = 1_000;
    public const int TenTimesCount = 10 * BaseCount;
}
