using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>What the contestants took for the same number of pools.</summary>
internal sealed record Comparison(int Count, Series Ours, IReadOnlyList<Series> Theirs);
