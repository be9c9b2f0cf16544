using System.Globalization;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>One run of the live benchmarks.</summary>
/// <param name="Calls">The number of calls by operation of the module.</param>
/// <param name="First">Milliseconds of the import and of the first live command after it, by process.</param>
/// <param name="Module">Publishing with the module.</param>
/// <param name="Boto3">The same calls one after the other.</param>
internal sealed record LiveResults(
    IReadOnlyList<(string Name, double Value)> Calls,
    IReadOnlyList<(double Import, double Command)> First,
    Series Module,
    Series Boto3
)
{
    /// <summary>The time of publishing alone, by what the scripts measured, as a ratio of neighbouring runs.</summary>
    public double PublishRatio => Module.Measurements.Zip(Boto3.Measurements, (ours, theirs) => Seconds(ours) / Seconds(theirs)).Median();

    /// <summary>The lines of an output that are a name and a number.</summary>
    public static IReadOnlyList<(string Name, double Value)> Lines(Measurement measurement) =>
        [
            .. measurement
                .Output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split(' '))
                .Select(parts =>
                    parts.Length == 2 && double.TryParse(parts[1], CultureInfo.InvariantCulture, out var value)
                        ? (parts[0], value)
                        : throw new BenchmarkException($"A script wrote something unexpected:\n{measurement.Output}")
                ),
        ];

    public static double Seconds(Measurement run) => Lines(run).Single(line => line.Name == "seconds").Value;

    public static double TotalCalls(Measurement run) => Lines(run).Where(line => line.Name != "seconds").Sum(line => line.Value);
}
