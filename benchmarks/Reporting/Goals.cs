using IdentityPools.Benchmarks.Measuring;

namespace IdentityPools.Benchmarks.Reporting;

/// <summary>The goals of the module that the results can answer.</summary>
internal static class Goals
{
    private const int ComparedCount = 1_000;

    public static IEnumerable<Goal> For(Results results)
    {
        foreach (var comparison in results.Comparisons.Where(comparison => comparison.Count == ComparedCount))
        {
            // The first of them has its validation off: it is the harder one to beat.
            foreach (var theirs in comparison.Theirs.Take(1))
            {
                var subject = $"of {ComparedCount} pools against {theirs.Name}";
                yield return new($"Time {subject}", "times", 0.25, comparison.Ours.TimeRatioTo(theirs));
                yield return new($"Peak memory {subject}", "times", 0.5, comparison.Ours.MemoryRatioTo(theirs));
            }
        }

        yield return new("Import of the module", "ms", 150, results.ImportMilliseconds.Median());
        yield return new(
            $"Time of {Linearity.TenTimesCount} pools against {Linearity.BaseCount}",
            "times",
            11,
            results.Linearity.TenTimes.TimeRatioTo(results.Linearity.Base)
        );
    }
}
