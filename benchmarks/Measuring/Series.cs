namespace IdentityPools.Benchmarks.Measuring;

/// <summary>The measurements of one case, in the order of the rounds.</summary>
internal sealed record Series(string Name, IReadOnlyList<Measurement> Measurements)
{
    public double MedianSeconds => Measurements.Select(Seconds).Median();

    public double MedianPeakMebibytes => Measurements.Select(Peak).Median();

    public double FastestSeconds => Measurements.Min(Seconds);

    public double SlowestSeconds => Measurements.Max(Seconds);

    /// <summary>How many times the other's time this one takes.</summary>
    public double TimeRatioTo(Series other) => MedianRatio(other, Seconds);

    /// <summary>How many times the other's memory this one takes.</summary>
    public double MemoryRatioTo(Series other) => MedianRatio(other, Peak);

    private static double Seconds(Measurement measurement) => measurement.Seconds;

    private static double Peak(Measurement measurement) => measurement.PeakMebibytes;

    // Runs of one round are neighbours in time and meet the same disturbances, which the quotient takes out.
    private double MedianRatio(Series other, Func<Measurement, double> quantity) =>
        Measurements.Zip(other.Measurements, (mine, theirs) => quantity(mine) / quantity(theirs)).Median();
}
