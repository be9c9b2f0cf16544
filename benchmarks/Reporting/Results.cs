using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>Everything that one run of the benchmarks measured.</summary>
/// <param name="Baselines">Processes that do nothing: what an engine costs before it is asked for a pool.</param>
/// <param name="ImportMilliseconds">How long Import-Module took, each time in a new process.</param>
/// <param name="Comparisons">One for each number of pools.</param>
/// <param name="Linearity">The module alone, with few pools and with ten times as many.</param>
internal sealed record Results(
    IReadOnlyList<Series> Baselines,
    IReadOnlyList<double> ImportMilliseconds,
    IReadOnlyList<Comparison> Comparisons,
    Linearity Linearity
);
