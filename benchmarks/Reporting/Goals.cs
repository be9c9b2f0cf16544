namespace IdentityPools.Benchmarks.Reporting;

/// <summary>The goals that the results can answer.</summary>
internal static class Goals
{
    private const int GoalCount = 1_000;

    public static IEnumerable<Goal> For(Results results)
    {
        var cdk = results.Comparisons.FirstOrDefault(comparison => comparison.Count == GoalCount);
        foreach (var theirs in cdk?.Theirs.Take(1) ?? [])
        {
            var against = $"{GoalCount:N0} pools ÷ {theirs.Name}";
            yield return new Goal($"time of {against}", 0.25, cdk!.Ours.TimeRatioTo(theirs));
            yield return new Goal($"peak memory of {against}", 0.5, cdk.Ours.MemoryRatioTo(theirs));
        }

    }
}
