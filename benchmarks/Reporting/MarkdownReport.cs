using System.Globalization;
using System.Runtime.InteropServices;
using IdentityPools.Benchmarks.Contestants;
using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>Writes results as tables that can be pasted into a README.</summary>
internal sealed class MarkdownReport
{
    private readonly TextWriter writer;

    public MarkdownReport(TextWriter writer) => this.writer = writer;

    /// <summary>Writes one run of the benchmarks.</summary>
    /// <param name="results">What was measured.</param>
    /// <param name="repetitions">How many runs the medians are of.</param>
    /// <param name="cdk">What the module was compared with; null when it was measured alone.</param>
    public void Write(Results results, int repetitions, CdkToolchain? cdk)
    {
        WriteConditions(repetitions, cdk);
        WriteComparisons(results.Comparisons);
        WriteBaselines(results);
        WriteGoals(Goals.For(results));
    }

    private void WriteConditions(int repetitions, CdkToolchain? cdk)
    {
        var machine = $"{Environment.ProcessorCount} cores, {RuntimeInformation.OSArchitecture}, {RuntimeInformation.OSDescription}";
        var versions = cdk is null ? "" : $", Node {cdk.NodeVersion}, aws-cdk-lib {cdk.LibraryVersion}";
        Line($"Medians of {repetitions} interleaved runs of whole processes on {machine}{versions}.");
        Line($"");
    }

    private void WriteComparisons(IEnumerable<Comparison> comparisons)
    {
        Line($"| rich pools | process | seconds | fastest–slowest | peak MiB | our time ÷ its | our memory ÷ its |");
        Line($"|---:|---|---:|---:|---:|---:|---:|");
        foreach (var (count, ours, theirs) in comparisons)
        {
            Line($"| {count} | {Cells(ours)} | | |");
            foreach (var other in theirs)
            {
                Line($"| {count} | {Cells(other)} | {ours.TimeRatioTo(other):0.00} | {ours.MemoryRatioTo(other):0.00} |");
            }
        }

        Line($"");
    }

    private void WriteBaselines(Results results)
    {
        Line($"| also measured | seconds | fastest–slowest | peak MiB |");
        Line($"|---|---:|---:|---:|");
        foreach (var series in results.Baselines)
        {
            Line($"| {Cells(series)} |");
        }

        Line($"| {Cells(results.Linearity.Base with { Name = $"{Linearity.BaseCount} pools" })} |");
        Line($"| {Cells(results.Linearity.TenTimes with { Name = $"{Linearity.TenTimesCount} pools" })} |");
        Line($"");
    }

    private void WriteGoals(IEnumerable<Goal> goals)
    {
        Line($"| goal | at most | measured | |");
        Line($"|---|---:|---:|---|");
        foreach (var goal in goals)
        {
            Line($"| {goal.Description} | {goal.Format(goal.Limit)} | {goal.Format(goal.Measured)} | {(goal.IsReached ? "reached" : "missed")} |");
        }
    }

    private static string Cells(Series series) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{series.Name} | {series.MedianSeconds:0.00} | {series.FastestSeconds:0.00}–{series.SlowestSeconds:0.00} | {series.MedianPeakMebibytes:0}"
        );

    private void Line(FormattableString text) => writer.WriteLine(text.ToString(CultureInfo.InvariantCulture));
}
