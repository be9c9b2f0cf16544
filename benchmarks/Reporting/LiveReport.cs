using System.Globalization;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>Writes the live results as tables.</summary>
internal sealed class LiveReport(TextWriter writer)
{
    public void Write(LiveResults results)
    {
        Line($"| operation | calls |");
        Line($"|---|---:|");
        foreach (var (name, calls) in results.Calls)
        {
            Line($"| {name} | {calls} |");
        }

        Line($"");
        Line($"| 100 rich pools, 20 ms a call | seconds publishing | whole process | calls |");
        Line($"|---|---:|---:|---:|");
        foreach (var series in new[] { results.Module, results.Boto3 })
        {
            Line(
                $"| {series.Name} | {series.Measurements.Select(LiveResults.Seconds).Median():0.0} | {series.MedianSeconds:0.0} | {LiveResults.TotalCalls(series.Measurements[0])} |"
            );
        }

        Line($"");
        Line($"| goal | at most | measured |");
        Line($"|---|---:|---:|");
        Line($"| 100 rich pools, 8 at the same time, against boto3 in a row | 0.20 | {results.PublishRatio:0.00} |");
        Line($"| the same, whole processes with the start of the engine | | {results.Module.TimeRatioTo(results.Boto3):0.00} |");
        Line($"| first live command in a process, ms | 300 | {results.First.Select(run => run.Command).Median():0} |");
        Line($"| the import before it, ms | | {results.First.Select(run => run.Import).Median():0} |");
    }

    private void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
