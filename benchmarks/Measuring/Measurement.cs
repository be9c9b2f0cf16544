namespace IdentityPools.Benchmarks.Measuring;

/// <summary>What one run of a process cost.</summary>
/// <param name="Seconds">Wall time from the start to the end of the process.</param>
/// <param name="PeakMebibytes">The most memory that was resident at once.</param>
/// <param name="Output">What the process wrote to both its streams.</param>
internal sealed record Measurement(double Seconds, double PeakMebibytes, string Output);
